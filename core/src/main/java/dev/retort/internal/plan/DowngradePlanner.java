/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.graph.Plan;
import dev.retort.graph.Step;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.plan.Decision.Execute;
import dev.retort.internal.plan.Decision.HoldChange;
import dev.retort.internal.plan.Decision.NoOp;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.step.JavaPreviews;
import dev.retort.internal.step.PlannedStep;
import dev.retort.run.ChangedScript;
import dev.retort.run.RunRequest;
import dev.retort.run.UnknownRevisionsException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Decides a downgrade. */
public final class DowngradePlanner implements Planner {

    private final RunEnvironment environment;
    private final RunRequest request;
    private final JavaPreviews previews;

    public DowngradePlanner(RunEnvironment environment, RunRequest request) {
        this.environment = environment;
        this.request = request;
        this.previews = new JavaPreviews(request.dryRun());
    }

    @Override
    public Decision decide(MigrationState migrationState, MigrationConnection connection) throws SQLException {
        new PlanChecks(environment, migrationState).everythingHasRun();
        Revisions revisions = revisions(migrationState, connection);
        Plan plan = revisions.graph().downgrade(migrationState.rows(), request.target());
        PlanChecks checks = new PlanChecks(environment, migrationState);
        checks.progressBelongsTo(plan);
        if (plan.steps().isEmpty()) {
            return new NoOp(migrationState.state().hold() != null, false);
        }
        checks.changedScripts(changedIn(plan, migrationState));
        List<PlannedStep> steps = checks.runnable(plan, revisions, request.arguments(), previews);
        return new Execute(
                plan, steps, revisions, request.requester().isOperator() ? HoldChange.HOLD : HoldChange.NONE);
    }

    private Revisions revisions(MigrationState migrationState, MigrationConnection connection) throws SQLException {
        List<String> unknown = migrationState.unknownRows();
        if (unknown.isEmpty()) {
            return migrationState.revisions();
        }
        if (!request.requester().isOperator()) {
            throw new UnknownRevisionsException(
                    unknown, "Only an operator can downgrade revisions that this build" + " does not know.");
        }
        return new StoredRevisions(migrationState, connection).withThisBuilds();
    }

    private static List<ChangedScript> changedIn(Plan plan, MigrationState migrationState) {
        List<ChangedScript> changed = new ArrayList<>(migrationState.changed(migrationState.knownApplied()));
        List<String> steps = new ArrayList<>();
        for (Step step : plan.steps()) {
            steps.add(step.revision().id());
        }
        changed.removeIf(script -> !steps.contains(script.revision()));
        return changed;
    }
}
