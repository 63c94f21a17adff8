/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.graph.Plan;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.plan.Decision.Execute;
import dev.retort.internal.plan.Decision.HoldChange;
import dev.retort.internal.plan.Decision.NoOp;
import dev.retort.internal.plan.Decision.Release;
import dev.retort.internal.step.JavaPreviews;
import dev.retort.internal.step.PlannedStep;
import dev.retort.run.HeldException;
import dev.retort.run.RunRequest;
import dev.retort.status.Hold;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides an upgrade. */
public final class UpgradePlanner implements Planner {

    private static final Logger log = LoggerFactory.getLogger(UpgradePlanner.class);

    private final RunEnvironment environment;
    private final RunRequest request;
    private final JavaPreviews previews;
    private boolean checked;

    public UpgradePlanner(RunEnvironment environment, RunRequest request) {
        this.environment = environment;
        this.request = request;
        this.previews = new JavaPreviews(request.dryRun());
    }

    @Override
    public Decision decide(MigrationState migrationState, MigrationConnection connection) throws SQLException {
        new PlanChecks(environment, migrationState).everythingHasRun();
        Hold hold = migrationState.state().hold();
        if (!migrationState.unknownRows().isEmpty()) {
            new UnknownRowsPolicy(environment.policy().unknownRevision(), migrationState).requireAhead();
            return nothingToRun(migrationState, true);
        }
        PlanChecks checks = new PlanChecks(environment, migrationState);
        checks.changedScripts(migrationState.changed(migrationState.knownApplied()));
        Plan plan = migrationState.revisions().graph().upgrade(migrationState.rows(), request.target());
        checks.progressBelongsTo(plan);
        if (plan.steps().isEmpty()) {
            return nothingToRun(migrationState, false);
        }
        if (hold != null && !ends(hold, migrationState)) {
            return held(hold);
        }
        checks.onNonEmptySchema(connection);
        List<PlannedStep> steps = checks.runnable(plan, migrationState.revisions(), request.arguments(), previews);
        if (!request.requester().isOperator() && !request.dryRun()) {
            checkPending(steps, migrationState, connection);
        }
        return new Execute(
                plan, steps, migrationState.revisions(), hold == null ? HoldChange.NONE : HoldChange.RELEASE);
    }

    /** Once: a run decides again under the lock. */
    private void checkPending(List<PlannedStep> steps, MigrationState migrationState, MigrationConnection connection)
            throws SQLException {
        if (!checked) {
            environment
                    .pendingCheck()
                    .check(steps.stream().map(PlannedStep::script).toList(), migrationState.state(), connection);
            checked = true;
        }
    }

    /**
     * An explicit upgrade ends a hold also where it has nothing to run: otherwise the next start would still be held.
     */
    private Decision nothingToRun(MigrationState migrationState, boolean ahead) {
        Hold hold = migrationState.state().hold();
        if (hold == null || !request.requester().isOperator()) {
            return new NoOp(false, ahead);
        }
        if (!request.respectHold()) {
            return new Release(hold);
        }
        if (migrationState.holdInForce() != null) {
            throw new HeldException(hold);
        }
        return new NoOp(false, ahead);
    }

    /**
     * A hold ends by an explicit upgrade, or when this build has a revision that was not known when the hold was made.
     */
    private boolean ends(Hold hold, MigrationState migrationState) {
        if (request.requester().isOperator() && !request.respectHold()) {
            return true;
        }
        boolean ended = migrationState.holdInForce() == null;
        if (ended) {
            log.info("Releasing the hold of {}: this build has a new revision", hold.since());
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
        return new NoOp(true, false);
    }
}
