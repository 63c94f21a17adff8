/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.adopt;

import dev.retort.error.RetortException;
import dev.retort.graph.Plan;
import dev.retort.graph.Target;
import dev.retort.internal.execute.step.LockedRun;
import dev.retort.internal.execute.step.StepRunner;
import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.history.HistoryWriter;
import dev.retort.internal.plan.MigrationState;
import dev.retort.internal.plan.PlanChecks;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.step.JavaPreviews;
import dev.retort.internal.step.PlannedStep;
import dev.retort.internal.step.SqlStep;
import dev.retort.internal.step.StepHistory;
import dev.retort.migration.RunArguments;
import dev.retort.run.LockLostException;
import dev.retort.run.RunKind;
import java.sql.SQLException;
import java.util.List;

/** Runs what an adopted database lacks, in the transaction of the adoption. */
final class AdoptionSteps {

    private final RunEnvironment environment;
    private final MigrationState migrationState;
    private final LockedRun run;
    private final HistoryWriter historyWriter;

    AdoptionSteps(
            RunEnvironment environment, MigrationState migrationState, LockedRun run, HistoryWriter historyWriter) {
        this.environment = environment;
        this.migrationState = migrationState;
        this.run = run;
        this.historyWriter = historyWriter;
    }

    /** Runs a revision between these version rows. */
    void run(String id, List<String> before, List<String> after) throws SQLException {
        long startedAt = System.nanoTime();
        Revisions revisions = migrationState.revisions();
        Plan plan = revisions.graph().upgrade(before, Target.parse(id));
        List<PlannedStep> steps = new PlanChecks(environment, migrationState)
                .runnable(plan, revisions, RunArguments.none(), new JavaPreviews(false));
        for (PlannedStep step : steps) {
            if (!(step instanceof SqlStep) || step.hasAutocommit()) {
                throw new RetortException(
                        "The database was not adopted; nothing was changed.",
                        "Revision " + step.revision()
                                + " has not run although newer ones did, and it does not run in the transaction of the adoption.",
                        "Run its statements manually, then: adopt --skip <version> --reason <text>.");
            }
            for (ScriptPart part : step.parts()) {
                for (SqlStatement statement : part.statements()) {
                    run.executor().execute(step, statement);
                }
            }
            HistoryRow row = HistoryRow.succeeded(
                    RunKind.UPGRADE, StepHistory.subject(step), before, after, StepRunner.since(startedAt));
            if (!historyWriter.recordStep(row, run.lock().heldCondition())) {
                throw new LockLostException(id);
            }
        }
    }
}
