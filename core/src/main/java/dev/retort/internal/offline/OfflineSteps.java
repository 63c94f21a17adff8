/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.offline;

import dev.retort.graph.Direction;
import dev.retort.graph.Plan;
import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.history.ProgressRow;
import dev.retort.internal.history.StepRows;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.step.AutocommitKind;
import dev.retort.internal.step.NumberedStatement;
import dev.retort.internal.step.PlannedStep;
import dev.retort.internal.step.StepHistory;
import dev.retort.internal.step.StepProgress;
import dev.retort.internal.step.UnwritableStatementException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the steps of a plan into a script, in the transactions of the setting {@code retort.transaction}. */
final class OfflineSteps {

    private final OfflineScript script;
    private final Plan plan;
    private final List<PlannedStep> steps;
    private final List<String> known;
    private final OfflineIndexes indexes;

    /**
     * Creates a writer.
     *
     * @param script what it writes into
     * @param plan the plan
     * @param steps what the steps of the plan run
     * @param known every revision that the build knows, for the hold of a downgrade
     */
    OfflineSteps(OfflineScript script, Plan plan, List<PlannedStep> steps, List<String> known) {
        this.script = script;
        this.plan = plan;
        this.steps = steps;
        this.known = List.copyOf(known);
        this.indexes = new OfflineIndexes(script.history());
    }

    /** Writes all steps in one transaction. */
    void writeTogether() {
        script.comment("One transaction for all revisions");
        script.inTransaction(script.guard(), () -> {
            for (PlannedStep step : steps) {
                title(step);
                script.limitLockWaits("LOCAL ");
                runParts(step);
            }
        });
    }

    /** Writes each step in a separate transaction, or in parts if it has statements that run outside of one. */
    void writeEach() {
        @Nullable PlannedStep before = null;
        for (PlannedStep step : steps) {
            title(step);
            String guard = script.guard(step, before);
            if (step.hasAutocommit()) {
                runInParts(step, guard);
            } else {
                script.inTransaction(guard, () -> runParts(step));
            }
            before = step;
        }
    }

    private void title(PlannedStep step) {
        boolean up = step.step().direction() == Direction.UPGRADE;
        String parents = String.join(", ", step.script().revision().downRevisions());
        String message = step.script().message();
        script.comment("Running " + step.operation() + " " + (up ? parents : step.revision()) + " -> "
                + (up ? step.revision() : parents) + (message.isEmpty() ? "" : ", " + message));
    }

    private void runParts(PlannedStep step) {
        script.append(script.history().begin());
        step.parts().forEach(part -> part.statements().forEach(statement -> run(step, statement)));
        record(step);
    }

    private void run(PlannedStep step, SqlStatement statement) {
        try {
            script.append(script.form().statement(statement));
        } catch (UnwritableStatementException e) {
            throw e.at(step, statement.line());
        }
    }

    private boolean isFirst(PlannedStep step) {
        return step.revision().equals(steps.get(0).revision());
    }

    /**
     * Version rows and history are the last statements of the step's transaction; the first step of an upgrade ends a hold,
     * that of a downgrade begins one.
     */
    private void record(PlannedStep step) {
        script.renewSession();
        if (isFirst(step)) {
            changeHold(step.step().direction());
        }
        StepRows rows = StepHistory.rows(step, Duration.ZERO, null);
        if (isFirst(step) && !plan.rowsBefore().isEmpty()) {
            script.firstStep(rows);
        } else {
            script.step(rows);
        }
        if (step.hasAutocommit()) {
            script.append(script.history().forgetProgress(step.revision(), step.operation()));
        }
    }

    private void changeHold(Direction direction) {
        if (direction == Direction.UPGRADE) {
            script.endHold(plan);
        } else {
            List<String> before = new ArrayList<>(plan.rowsBefore());
            List<String> after = new ArrayList<>(plan.rowsAfter());
            script.append(script.history().add(HistoryRow.hold(before, after, known)));
        }
    }

    private void runInParts(PlannedStep step, String guard) {
        StepProgress progress = new StepProgress(step, List.of());
        if (script.form().guardsEachTransaction()) {
            runGuarded(step, progress, guard);
            return;
        }
        script.append(script.history().begin());
        int number = 1;
        for (ScriptPart part : step.parts()) {
            if (number > 1) {
                script.renewSession();
            }
            if (part.autocommit()) {
                runEach(step, part, progress, number);
            } else {
                int first = number;
                script.inTransaction("", () -> runTogether(step, part.statements(), progress, first));
            }
            number += part.statements().size();
        }
        script.inTransaction("", () -> record(step));
    }

    /**
     * Statements that are to be committed one by one are so with what says that they are done: none needs an intent.
     */
    private void runGuarded(PlannedStep step, StepProgress progress, String guard) {
        int done = 0;
        for (ScriptPart part : step.parts()) {
            for (List<SqlStatement> together : transactions(part)) {
                int before = done;
                script.inTransaction(before == 0 ? guard : script.guard(step, before), () -> {
                    if (before == 0) {
                        script.append(script.history().begin());
                    }
                    runTogether(step, together, progress, before + 1);
                });
                done += together.size();
            }
        }
        script.inTransaction(script.guard(step, done), () -> record(step));
    }

    private static List<List<SqlStatement>> transactions(ScriptPart part) {
        if (part.autocommit()) {
            return part.statements().stream().map(List::of).toList();
        }
        return part.statements().isEmpty() ? List.of() : List.of(part.statements());
    }

    private void runTogether(PlannedStep step, List<SqlStatement> statements, StepProgress progress, int first) {
        statements.forEach(statement -> run(step, statement));
        script.takeRole();
        int number = first;
        for (SqlStatement statement : statements) {
            script.append(script.history().progress(progress.done(NumberedStatement.of(statement, number++)), "NULL"));
        }
    }

    private void runEach(PlannedStep step, ScriptPart part, StepProgress progress, int first) {
        int number = first;
        for (SqlStatement statement : part.statements()) {
            ProgressRow intent = progress.intent(NumberedStatement.of(statement, number), null);
            script.append(indexes.intent(statement, intent));
            if (AutocommitKind.of(statement) == AutocommitKind.ATOMIC) {
                script.limitLockWaits("");
            } else {
                script.line("SET lock_timeout = 0;");
            }
            run(step, statement);
            script.takeRole();
            script.append(script.history().progress(progress.done(NumberedStatement.of(statement, number)), "NULL"));
            number++;
        }
    }
}
