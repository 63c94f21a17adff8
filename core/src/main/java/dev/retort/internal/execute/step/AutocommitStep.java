/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.step;

import dev.retort.event.StepEvent;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.step.NumberedStatement;
import dev.retort.internal.step.PlannedStep;
import dev.retort.internal.step.StepProgress;
import dev.retort.run.LockLostException;
import java.sql.SQLException;

/**
 * A step with statements that run outside of a transaction. Before each such statement an intent is committed, after it
 * that it is done; transactional parts commit together with what says that they are done. So a step that died continues where
 * it stopped: transactional parts exactly once, autocommit statements at least once and never silently twice.
 */
public final class AutocommitStep implements DividedStep {

    private final StepRunner runner;
    private final LockRetries attempts;
    private final PlannedStep step;
    private final StepProgress progress;
    private final AutocommitStatements autocommitStatements;

    public AutocommitStep(StepRunner runner, LockRetries attempts, PlannedStep step, StepProgress progress) {
        this.runner = runner;
        this.attempts = attempts;
        this.step = step;
        this.progress = progress;
        this.autocommitStatements = new AutocommitStatements(runner, attempts, step, progress);
    }

    @Override
    public boolean leftSomething() {
        return progress.hasCommitted();
    }

    /** Runs what is left of the step. */
    public void run(StepEvent event, long startedAt) throws SQLException {
        try {
            runParts(event, startedAt);
        } catch (LockLostException e) {
            throw progress.hasCommitted() ? e.partial(progress.committedStatements()) : e;
        }
    }

    private void runParts(StepEvent event, long startedAt) throws SQLException {
        progress.check();
        runner.beforeStep(event);
        int number = 1;
        for (ScriptPart part : step.parts()) {
            runner.connection().renewSession();
            if (part.autocommit()) {
                runEach(part, number);
            } else {
                runTogether(part, number);
            }
            number += part.statements().size();
        }
        runner.connection().renewSession();
        runner.afterStep(event);
        attempts.run(
                step.revision(), timeout -> runner.inTransaction(step, timeout, () -> runner.record(step, startedAt)));
    }

    /** A transactional part: all of it and its done rows commit together, so either all of them are there or none. */
    private void runTogether(ScriptPart part, int first) throws SQLException {
        if (progress.isDone(first)) {
            return;
        }
        attempts.run(step.revision(), timeout -> runner.inTransaction(step, timeout, () -> runAndRecord(part, first)));
        int number = first;
        for (SqlStatement statement : part.statements()) {
            progress.committed(progress.done(NumberedStatement.of(statement, number++)));
        }
    }

    private void runAndRecord(ScriptPart part, int first) throws SQLException {
        runner.execute(step, part);
        int number = first;
        for (SqlStatement statement : part.statements()) {
            runner.historyWriter().recordProgress(progress.done(NumberedStatement.of(statement, number++)));
        }
        runner.requireLock(step);
    }

    private void runEach(ScriptPart part, int first) throws SQLException {
        int number = first;
        for (SqlStatement statement : part.statements()) {
            autocommitStatements.run(NumberedStatement.of(statement, number++));
        }
    }
}
