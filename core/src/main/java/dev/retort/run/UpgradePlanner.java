/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.graph.Plan;
import dev.retort.history.Hold;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.run.Decision.Go;
import dev.retort.run.Decision.HoldChange;
import dev.retort.run.Decision.Nothing;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what an upgrade comes to. */
final class UpgradePlanner implements Planner {

    private static final Logger log = LoggerFactory.getLogger(UpgradePlanner.class);

    private final RunEnvironment environment;
    private final RunRequest request;

    UpgradePlanner(RunEnvironment environment, RunRequest request) {
        this.environment = environment;
        this.request = request;
    }

    @Override
    public String operation() {
        return "upgrade";
    }

    @Override
    public Decision decide(Situation situation, MigrationConnection connection) throws SQLException {
        if (!situation.unknownRows().isEmpty()) {
            new UnknownRowsPolicy(environment.policy().unknownRevision(), situation).requireAhead();
            return new Nothing(false, true);
        }
        PlanChecks checks = new PlanChecks(environment, situation);
        checks.changedScripts(situation.changed(situation.knownApplied()));
        Plan plan = situation.revisions().graph().upgrade(situation.rows(), request.target());
        checks.progressBelongsTo(plan);
        Hold hold = situation.state().hold();
        if (plan.steps().isEmpty()) {
            return new Nothing(false, false);
        }
        if (hold != null && !ends(hold, plan)) {
            return held(hold);
        }
        checks.firstContact(connection);
        List<StepScript> steps = checks.runnable(plan, situation.revisions(), request.arguments());
        return new Go(plan, steps, situation.revisions(), hold == null ? HoldChange.NONE : HoldChange.RELEASE);
    }

    /** A hold ends by an explicit release, or when the plan has a revision that nobody knew when it was made. */
    private boolean ends(Hold hold, Plan plan) {
        if (request.release()) {
            return true;
        }
        @Nullable
        String fresh = plan.steps().stream()
                .map(step -> step.revision().id())
                .filter(id -> !hold.knownRevisions().contains(id))
                .findFirst()
                .orElse(null);
        if (fresh != null) {
            log.info("The hold of {} ends: revision {} was not known then", hold.since(), fresh);
        }
        return fresh != null;
    }

    private Decision held(Hold hold) {
        if (request.requester().isOperator()) {
            throw new HeldException(hold);
        }
        log.warn(
                "The database is held at {} by a downgrade of {}{}; upgrade with release, or a new revision, ends it",
                hold.rows().isEmpty() ? "the base" : String.join(", ", hold.rows()),
                hold.since(),
                hold.principal() == null ? "" : " by " + hold.principal());
        return new Nothing(true, false);
    }
}
