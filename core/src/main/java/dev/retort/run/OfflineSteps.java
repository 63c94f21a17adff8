/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import dev.retort.graph.Direction;
import dev.retort.graph.Plan;
import dev.retort.history.HistoryRow;
import dev.retort.history.ProgressRow;
import dev.retort.script.ScriptPart;
import dev.retort.sql.PsqlText;
import dev.retort.sql.SqlStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes the steps of a plan into a script, in the transactions that the settings ask for. */
final class OfflineSteps {

    private final OfflineScript script;
    private final Plan plan;
    private final List<StepScript> steps;
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
    OfflineSteps(OfflineScript script, Plan plan, List<StepScript> steps, List<String> known) {
        this.script = script;
        this.plan = plan;
        this.steps = steps;
        this.known = List.copyOf(known);
        this.indexes = new OfflineIndexes(script.books());
    }

    /** Writes all steps in one transaction. */
    void writeTogether() {
        script.comment("One transaction for all revisions");
        script.inTransaction(() -> {
            for (StepScript step : steps) {
                title(step);
                script.limitLockWaits("LOCAL ");
                runParts(step);
            }
        });
    }

    /** Writes each step in a transaction of its own, or in parts where it has statements that run outside of one. */
    void writeEach() {
        for (StepScript step : steps) {
            title(step);
            if (step.hasAutocommit()) {
                runInParts(step);
            } else {
                script.inTransaction(() -> runParts(step));
            }
        }
    }

    private void title(StepScript step) {
        boolean up = step.step().direction() == Direction.UPGRADE;
        String parents = String.join(", ", step.script().revision().downRevisions());
        String message = step.script().message();
        script.comment("Running " + step.operation() + " " + (up ? parents : step.revision()) + " -> "
                + (up ? step.revision() : parents) + (message.isEmpty() ? "" : ", " + message));
    }

    private void runParts(StepScript step) {
        script.append(script.books().begin());
        hold(step);
        step.parts().forEach(part -> part.statements().forEach(statement -> run(step, statement)));
        record(step);
    }

    private void run(StepScript step, SqlStatement statement) {
        String setting = PsqlText.changedSetting(statement);
        if (setting != null) {
            throw new RetortException(
                    "No script can hold the statement at " + step.script().source() + ":" + statement.line() + ".",
                    "It sets " + setting + ", by which psql reads the rest of the script in another way than a run.",
                    "Run the revision on the database itself, or remove the statement.");
        }
        String data = statement.copyData();
        script.append(PsqlText.of(statement));
        if (data != null) {
            script.append(data + "\\.\n");
        }
    }

    private boolean isFirst(StepScript step) {
        return step.revision().equals(steps.get(0).revision());
    }

    /** A hold is there as soon as something is taken back, and not before: the lock keeps everybody out until then. */
    private void hold(StepScript step) {
        if (isFirst(step) && step.step().direction() == Direction.DOWNGRADE) {
            script.append(script.books()
                    .add(HistoryRow.hold(
                            new ArrayList<>(plan.rowsBefore()), new ArrayList<>(plan.rowsAfter()), known)));
        }
    }

    /** Version rows and history are the last thing of the step's transaction; the first step of an upgrade ends a hold. */
    private void record(StepScript step) {
        script.renewSession();
        if (isFirst(step) && step.step().direction() == Direction.UPGRADE) {
            script.endHold(plan);
        }
        HistoryRow row = HistoryRow.succeeded(
                step.operation(),
                StepRunner.subject(step),
                StepRunner.rowsBefore(step),
                StepRunner.rowsAfter(step),
                Duration.ZERO);
        if (isFirst(step) && !plan.rowsBefore().isEmpty()) {
            script.firstStep(row);
        } else {
            script.step(row);
        }
        if (step.hasAutocommit()) {
            script.append(script.books().forgetProgress(step.revision(), step.operation()));
        }
    }

    private void runInParts(StepScript step) {
        script.append(script.books().begin());
        hold(step);
        StepProgress progress = new StepProgress(step, List.of());
        int number = 1;
        for (ScriptPart part : step.parts()) {
            if (number > 1) {
                script.renewSession();
            }
            if (part.autocommit()) {
                runEach(step, part, progress, number);
            } else {
                int first = number;
                script.inTransaction(() -> runTogether(step, part, progress, first));
            }
            number += part.statements().size();
        }
        script.inTransaction(() -> record(step));
    }

    private void runTogether(StepScript step, ScriptPart part, StepProgress progress, int first) {
        part.statements().forEach(statement -> run(step, statement));
        script.takeRole();
        int number = first;
        for (SqlStatement statement : part.statements()) {
            script.append(script.books().progress(progress.done(NumberedStatement.of(statement, number++)), "NULL"));
        }
    }

    private void runEach(StepScript step, ScriptPart part, StepProgress progress, int first) {
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
            script.append(script.books().progress(progress.done(NumberedStatement.of(statement, number)), "NULL"));
            number++;
        }
    }
}
