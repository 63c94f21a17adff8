/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.graph.Plan;
import dev.retort.history.Hold;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.run.Decision.Go;
import dev.retort.run.Decision.HoldChange;
import dev.retort.run.Decision.Nothing;
import dev.retort.run.Decision.Release;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what an upgrade comes to. */
final class UpgradePlanner implements Planner {

    private static final Logger log = LoggerFactory.getLogger(UpgradePlanner.class);

    private final RunEnvironment environment;
    private final RunRequest request;
    private final JavaPreviews previews;

    UpgradePlanner(RunEnvironment environment, RunRequest request) {
        this.environment = environment;
        this.request = request;
        this.previews = new JavaPreviews(request.dryRun());
    }

    @Override
    public String operation() {
        return "upgrade";
    }

    @Override
    public Decision decide(Situation situation, MigrationConnection connection) throws SQLException {
        new PlanChecks(environment, situation).everythingHasRun();
        Hold hold = situation.state().hold();
        if (!situation.unknownRows().isEmpty()) {
            new UnknownRowsPolicy(environment.policy().unknownRevision(), situation).requireAhead();
            return nothingToRun(situation, true);
        }
        PlanChecks checks = new PlanChecks(environment, situation);
        checks.changedScripts(situation.changed(situation.knownApplied()));
        Plan plan = situation.revisions().graph().upgrade(situation.rows(), request.target());
        checks.progressBelongsTo(plan);
        if (plan.steps().isEmpty()) {
            return nothingToRun(situation, false);
        }
        if (hold != null && !ends(hold, situation)) {
            return held(hold);
        }
        checks.firstContact(connection);
        List<StepScript> steps = checks.runnable(plan, situation.revisions(), request.arguments(), previews);
        return new Go(plan, steps, situation.revisions(), hold == null ? HoldChange.NONE : HoldChange.RELEASE);
    }

    /** An explicit upgrade ends a hold also where it has nothing to run: otherwise the next start would still be held. */
    private Decision nothingToRun(Situation situation, boolean ahead) {
        Hold hold = situation.state().hold();
        if (hold == null || !request.requester().isOperator()) {
            return new Nothing(false, ahead);
        }
        if (!request.respectHold()) {
            return new Release(hold);
        }
        if (situation.holdInForce() != null) {
            throw new HeldException(hold);
        }
        return new Nothing(false, ahead);
    }

    /** A hold ends by an explicit upgrade, or when this build has a revision that was not known when the hold was made. */
    private boolean ends(Hold hold, Situation situation) {
        if (request.requester().isOperator() && !request.respectHold()) {
            return true;
        }
        boolean ended = situation.holdInForce() == null;
        if (ended) {
            log.info("The hold of {} ends: this build has a revision that was not known then", hold.since());
        }
        return ended;
    }

    private Decision held(Hold hold) {
        if (request.requester().isOperator()) {
            throw new HeldException(hold);
        }
        log.warn(
                "The database is held at {} by {}; an explicit upgrade, or a build with a new revision, ends the hold",
                hold.place(),
                hold.origin());
        return new Nothing(true, false);
    }
}
