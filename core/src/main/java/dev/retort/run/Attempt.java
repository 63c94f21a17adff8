/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.graph.Plan;
import dev.retort.history.Hold;
import dev.retort.run.Decision.Go;
import dev.retort.run.Decision.HoldChange;
import dev.retort.run.Decision.Nothing;
import dev.retort.run.Decision.Release;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that is being carried out, and what comes of it.
 *
 * @param planner decides what the request comes to
 * @param request the request
 * @param scripts the scripts of this build
 * @param startedAt when it began, in the time of {@link System#nanoTime}
 */
record Attempt(Planner planner, RunRequest request, ScriptsInHand scripts, long startedAt) {

    boolean isUpgrade() {
        return planner.operation().equals("upgrade");
    }

    /** {@return the result of a decision that runs nothing, or of a dry run} */
    RunResult withoutRunning(Situation situation, Decision decision) {
        if (decision instanceof Go go) {
            return result(situation, go, StepResults.planned(go));
        }
        if (decision instanceof Release release) {
            return atRows(
                    situation, false, release.hold(), !situation.unknownRows().isEmpty());
        }
        Nothing nothing = (Nothing) decision;
        return atRows(situation, nothing.held(), null, nothing.ahead());
    }

    /** {@return the result of a run with these steps} */
    RunResult result(Situation situation, Go go, List<StepResult> steps) {
        Plan plan = go.plan();
        Hold hold = situation.state().hold();
        boolean released = go.hold() == HoldChange.RELEASE;
        return new RunResult(
                planner.operation(),
                request.dryRun(),
                new ArrayList<>(plan.rowsBefore()),
                new ArrayList<>(plan.rowsAfter()),
                steps,
                go.hold() == HoldChange.HOLD || (!released && hold != null),
                released ? hold : null,
                false,
                situation.revisions().count(),
                StepRunner.since(startedAt));
    }

    private RunResult atRows(Situation situation, boolean held, @Nullable Hold released, boolean ahead) {
        return new RunResult(
                planner.operation(),
                request.dryRun(),
                situation.rows(),
                situation.rows(),
                List.of(),
                held,
                released,
                ahead,
                situation.revisions().count(),
                StepRunner.since(startedAt));
    }
}
