/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.graph.Plan;
import dev.retort.graph.Step;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.run.Decision.Go;
import dev.retort.run.Decision.HoldChange;
import dev.retort.run.Decision.Nothing;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Decides what a downgrade comes to. */
final class DowngradePlanner implements Planner {

    private final RunEnvironment environment;
    private final RunRequest request;
    private final JavaPreviews previews;

    DowngradePlanner(RunEnvironment environment, RunRequest request) {
        this.environment = environment;
        this.request = request;
        this.previews = new JavaPreviews(request.dryRun());
    }

    @Override
    public String operation() {
        return "downgrade";
    }

    @Override
    public Decision decide(Situation situation, MigrationConnection connection) throws SQLException {
        new PlanChecks(environment, situation).everythingHasRun();
        Revisions revisions = revisions(situation, connection);
        Plan plan = revisions.graph().downgrade(situation.rows(), request.target());
        PlanChecks checks = new PlanChecks(environment, situation);
        checks.progressBelongsTo(plan);
        if (plan.steps().isEmpty()) {
            return new Nothing(situation.state().hold() != null, false);
        }
        checks.changedScripts(changedIn(plan, situation));
        List<StepScript> steps = checks.runnable(plan, revisions, request.arguments(), previews);
        return new Go(plan, steps, revisions, request.requester().isOperator() ? HoldChange.HOLD : HoldChange.NONE);
    }

    private Revisions revisions(Situation situation, MigrationConnection connection) throws SQLException {
        List<String> unknown = situation.unknownRows();
        if (unknown.isEmpty()) {
            return situation.revisions();
        }
        if (!request.requester().isOperator()) {
            throw new UnknownRevisionsException(unknown, "A start never takes back what it does not know.");
        }
        return new KeptRevisions(situation, connection).withThisBuilds();
    }

    private static List<ChangedScript> changedIn(Plan plan, Situation situation) {
        List<ChangedScript> changed = new ArrayList<>(situation.changed(situation.knownApplied()));
        List<String> steps = new ArrayList<>();
        for (Step step : plan.steps()) {
            steps.add(step.revision().id());
        }
        changed.removeIf(script -> !steps.contains(script.revision()));
        return changed;
    }
}
