/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import dev.retort.internal.execute.step.LockedRun;
import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.history.HistoryWriter;
import dev.retort.internal.history.RevisionToRecord;
import dev.retort.internal.history.RunIdentity;
import dev.retort.internal.plan.MigrationState;
import dev.retort.internal.plan.PlanChecks;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.plan.RunIdentities;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.script.Squash;
import dev.retort.internal.script.Squash.Original;
import dev.retort.run.AcceptRequest;
import dev.retort.run.ChangedScript;
import dev.retort.run.LockLostException;
import dev.retort.run.NothingToRepairException;
import dev.retort.run.RunKind;
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
                (run, state) -> accepted.addAll(accept(request, new MigrationState(revisions, state), run)));
        return accepted;
    }

    private List<ChangedScript> accept(AcceptRequest request, MigrationState migrationState, LockedRun run)
            throws SQLException {
        new PlanChecks(environment, migrationState).everythingHasRun();
        List<ChangedScript> accepted = chosen(request, migrationState);
        RunIdentity identity = RunIdentities.of(UUID.randomUUID(), environment, request.requester(), request.reason());
        HistoryWriter historyWriter = run.historyWriter(migrationState.state().tables(), identity);
        return run.connection().inTransaction(() -> {
            for (ChangedScript script : accepted) {
                record(script, migrationState, historyWriter, run);
            }
            return accepted;
        });
    }

    private static List<ChangedScript> chosen(AcceptRequest request, MigrationState migrationState) {
        List<ChangedScript> changed = migrationState.changed(migrationState.knownApplied());
        if (request.revisions().isEmpty()) {
            if (changed.isEmpty()) {
                throw NothingToRepairException.noneChanged();
            }
            return changed;
        }
        List<ChangedScript> chosen = new ArrayList<>();
        for (String target : request.revisions()) {
            String id = migrationState.revisions().graph().resolveOne(target).id();
            chosen.add(changed.stream()
                    .filter(script -> script.revision().equals(id))
                    .findFirst()
                    .orElseThrow(() -> NothingToRepairException.notChanged(id)));
        }
        return chosen;
    }

    private static void record(
            ChangedScript changed, MigrationState migrationState, HistoryWriter historyWriter, LockedRun run)
            throws SQLException {
        HistoryRow row = row(changed.revision(), migrationState);
        if (!historyWriter.recordStep(row, run.lock().heldCondition())) {
            throw new LockLostException(changed.revision());
        }
    }

    /** A revision that is squashed, which ran before it was, is recorded as the squashed one names it. */
    private static HistoryRow row(String id, MigrationState migrationState) {
        Revisions revisions = migrationState.revisions();
        List<String> rows = migrationState.rows();
        String into = revisions.graph().squashedInto(id).orElse(id);
        RevisionScript script = revisions.script(into);
        Squash squash = script.squash();
        if (squash != null && !into.equals(id)) {
            Original original = squash.find(id).orElseThrow();
            RevisionToRecord subject =
                    new RevisionToRecord(original.revision(), original.message(), original.checksum(), "", Map.of());
            return HistoryRow.succeeded(RunKind.REPAIR, subject, rows, rows, Duration.ZERO);
        }
        RevisionToRecord subject = new RevisionToRecord(
                revisions.place(id),
                script.message(),
                script.recordedChecksum(),
                script.checksum(),
                script.text(),
                Map.of());
        return HistoryRow.succeeded(RunKind.REPAIR, subject, rows, rows, Duration.ZERO)
                .withNote(squash == null ? null : squash.note(script.checksum()));
    }
}
