/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.history.Bookkeeping;
import dev.retort.history.HistoryRow;
import dev.retort.history.RunIdentity;
import dev.retort.history.Subject;
import dev.retort.lock.LockLostException;
import dev.retort.script.RevisionScript;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes changed scripts for what was run. Nothing that the history holds is changed: a new row has the new checksum, and the
 * newest one counts.
 */
public final class Acceptance {

    private final RunEnvironment environment;

    /**
     * Creates an acceptance.
     *
     * @param environment what it works with
     */
    public Acceptance(RunEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Accepts scripts, under the migration lock and in one transaction.
     *
     * @return the scripts that were accepted
     * @throws NothingToRepairException when a script is what was run
     */
    public List<ChangedScript> accept(AcceptRequest request) {
        Revisions revisions = Revisions.of(environment.scripts().read().all());
        List<ChangedScript> accepted = new ArrayList<>();
        LockedRun.alone(
                environment,
                "The repair failed.",
                (run, state) -> accepted.addAll(accept(request, new Situation(revisions, state), run)));
        return accepted;
    }

    private List<ChangedScript> accept(AcceptRequest request, Situation situation, LockedRun run) throws SQLException {
        new PlanChecks(environment, situation).everythingHasRun();
        List<ChangedScript> accepted = chosen(request, situation);
        RunIdentity identity = Identities.of(UUID.randomUUID(), environment, request.requester(), request.reason());
        Bookkeeping bookkeeping = run.bookkeeping(situation.state().tables(), identity);
        return run.connection().inTransaction(() -> {
            for (ChangedScript script : accepted) {
                record(script, situation, bookkeeping, run);
            }
            return accepted;
        });
    }

    private static List<ChangedScript> chosen(AcceptRequest request, Situation situation) {
        List<ChangedScript> changed = situation.changed(situation.knownApplied());
        if (request.revisions().isEmpty()) {
            if (changed.isEmpty()) {
                throw NothingToRepairException.noneChanged();
            }
            return changed;
        }
        List<ChangedScript> chosen = new ArrayList<>();
        for (String target : request.revisions()) {
            String id = situation.revisions().graph().resolveOne(target).id();
            chosen.add(changed.stream()
                    .filter(script -> script.revision().equals(id))
                    .findFirst()
                    .orElseThrow(() -> NothingToRepairException.notChanged(id)));
        }
        return chosen;
    }

    private static void record(ChangedScript changed, Situation situation, Bookkeeping bookkeeping, LockedRun run)
            throws SQLException {
        Revisions revisions = situation.revisions();
        RevisionScript script = revisions.script(changed.revision());
        Subject subject = new Subject(
                revisions.place(changed.revision()), script.message(), script.checksum(), script.text(), Map.of());
        HistoryRow row = HistoryRow.succeeded("repair", subject, situation.rows(), situation.rows(), Duration.ZERO);
        if (!bookkeeping.recordStep(row, run.lock().heldCondition())) {
            throw new LockLostException(changed.revision());
        }
    }
}
