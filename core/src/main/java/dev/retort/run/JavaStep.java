/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import dev.retort.graph.Direction;
import dev.retort.migration.Migration;
import dev.retort.migration.StepEvent;
import dev.retort.script.RevisionCode;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * A step whose revision is a class: its code runs and asks for statements as it goes.
 *
 * <p>All that it asks for commits together, unless it goes outside of its transaction. Then it is like a script with
 * autocommit parts: what was committed is known by its number, and when the code runs again it is not run again.
 */
final class JavaStep implements DividedStep {

    private final StepRunner runner;
    private final Attempts attempts;
    private final StepScript step;
    private final StepProgress progress;

    JavaStep(StepRunner runner, Attempts attempts, StepScript step, StepProgress progress) {
        this.runner = runner;
        this.attempts = attempts;
        this.step = step;
        this.progress = progress;
    }

    @Override
    public boolean leftSomething() {
        return progress.hasCommitted();
    }

    /**
     * Runs what is left of the step.
     *
     * @param event makes the event of an attempt
     */
    void run(IntFunction<StepEvent> event, long startedAt) throws SQLException {
        AtomicInteger attempt = new AtomicInteger();
        attempts.run(
                step.revision(),
                timeout -> runner.inTransaction(step, timeout, () -> {
                    runner.beforeStep(event.apply(attempt.incrementAndGet()));
                    LiveTransaction transaction = LiveTransaction.divisible(runner, step, timeout, progress);
                    runCode(transaction);
                    runner.afterStep(event.apply(attempt.get()));
                    runner.record(step, startedAt);
                }));
    }

    /** Runs the code in the transaction that all revisions share. */
    void runTogether() throws SQLException {
        runCode(LiveTransaction.shared(runner, step));
    }

    private void runCode(LiveTransaction transaction) throws SQLException {
        LoneStatements lone = new LoneStatements(runner, attempts, step, progress);
        LiveStatements statements = new LiveStatements(runner, step, progress, transaction, lone);
        BatchRunner batches = new BatchRunner(runner, attempts, step, progress);
        FirstFailure failure = new FirstFailure();
        call(new LiveOperations(statements, step.javaPreview().context(), batches, failure), failure);
        statements.finish();
    }

    /** Whatever the code throws that is not an error of ours becomes one. */
    private void call(LiveOperations operations, FirstFailure failure) throws SQLException {
        RevisionCode code = step.code();
        Migration migration = code.migration();
        try {
            ask(migration, operations, failure);
        } catch (ServerFailure e) {
            throw e.getCause();
        } catch (RetortException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RetortException(
                    "The code of revision " + step.revision() + " failed at " + CodeLine.of(e, code.type()) + ".",
                    e + ".",
                    "Nothing of its transaction is left. Correct the class, then start again.",
                    e);
        }
    }

    /** What failed first stays what failed, also when the code caught it, or made another error of it. */
    private void ask(Migration migration, LiveOperations operations, FirstFailure failure) {
        try {
            if (step.step().direction() == Direction.UPGRADE) {
                migration.upgrade(operations);
            } else {
                migration.downgrade(operations);
            }
        } catch (RuntimeException e) {
            failure.rethrow();
            throw e;
        }
        failure.rethrow();
    }
}
