/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import dev.retort.graph.Plan;
import dev.retort.internal.execute.step.StepRunner;
import dev.retort.internal.plan.Decision;
import dev.retort.internal.plan.Decision.Execute;
import dev.retort.internal.plan.Decision.HoldChange;
import dev.retort.internal.plan.Decision.NoOp;
import dev.retort.internal.plan.Decision.Release;
import dev.retort.internal.plan.LazyScripts;
import dev.retort.internal.plan.MigrationState;
import dev.retort.run.RunKind;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import dev.retort.run.StepResult;
import dev.retort.status.Hold;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that is being executed, and its result.
 *
 * @param operation its kind
 * @param request the request
 * @param scripts the scripts of this build
 * @param startedAt when it began, in the time of {@link System#nanoTime}
 */
record RunAttempt(RunKind operation, RunRequest request, LazyScripts scripts, long startedAt) {

    boolean isUpgrade() {
        return operation == RunKind.UPGRADE;
    }

    /** {@return the result of a decision that runs nothing, or of a dry run} */
    RunResult withoutRunning(MigrationState migrationState, Decision decision) {
        if (decision instanceof Execute execute) {
            return result(migrationState, execute, StepResults.planned(execute));
        }
        if (decision instanceof Release release) {
            return atRows(
                    migrationState,
                    false,
                    release.hold(),
                    !migrationState.unknownRows().isEmpty());
        }
        NoOp noOp = (NoOp) decision;
        return atRows(migrationState, noOp.held(), null, noOp.ahead());
    }

    /** {@return the result of a run with these steps} */
    RunResult result(MigrationState migrationState, Execute execute, List<StepResult> steps) {
        Plan plan = execute.plan();
        Hold hold = migrationState.state().hold();
        boolean released = execute.hold() == HoldChange.RELEASE;
        return new RunResult(
                operation,
                request.dryRun(),
                new ArrayList<>(plan.rowsBefore()),
                new ArrayList<>(plan.rowsAfter()),
                steps,
                execute.hold() == HoldChange.HOLD || (!released && hold != null),
                released ? hold : null,
                false,
                migrationState.revisions().count(),
                StepRunner.since(startedAt));
    }

    private RunResult atRows(MigrationState migrationState, boolean held, @Nullable Hold released, boolean ahead) {
        return new RunResult(
                operation,
                request.dryRun(),
                migrationState.rows(),
                migrationState.rows(),
                List.of(),
                held,
                released,
                ahead,
                migrationState.revisions().count(),
                StepRunner.since(startedAt));
    }
}
