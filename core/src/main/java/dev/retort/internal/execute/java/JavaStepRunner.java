/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.java;

import dev.retort.error.RetortException;
import dev.retort.event.StepEvent;
import dev.retort.graph.Direction;
import dev.retort.internal.execute.step.AutocommitStatements;
import dev.retort.internal.execute.step.DividedStep;
import dev.retort.internal.execute.step.LockRetries;
import dev.retort.internal.execute.step.StepRunner;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.step.CodeFailure;
import dev.retort.internal.step.JavaStep;
import dev.retort.internal.step.Recording;
import dev.retort.internal.step.ReversalNotes;
import dev.retort.internal.step.StepProgress;
import dev.retort.migration.Migration;
import dev.retort.run.LockLostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A step whose revision is a class: its code runs and issues statements.
 *
 * <p>Its statements commit together, unless it leaves its transaction. Then it is like a script with
 * autocommit parts: what was committed is known by its number, and when the code runs again it is not run again.
 */
public final class JavaStepRunner implements DividedStep {

    private final StepRunner runner;
    private final LockRetries attempts;
    private final JavaStep step;
    private final StepProgress progress;
    private final List<SqlStatement> statements = new ArrayList<>();
    private final ReversalNotes remains = new ReversalNotes();

    public JavaStepRunner(StepRunner runner, LockRetries attempts, JavaStep step, StepProgress progress) {
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
    public void run(IntFunction<StepEvent> event, long startedAt) throws SQLException {
        try {
            runAttempts(event, startedAt);
        } catch (LockLostException e) {
            throw progress.hasCommitted() ? e.partial(progress.committedStatements()) : e;
        }
    }

    private void runAttempts(IntFunction<StepEvent> event, long startedAt) throws SQLException {
        AtomicInteger attempt = new AtomicInteger();
        attempts.run(
                step.revision(),
                timeout -> runner.inTransaction(step, timeout, this::lastLine, () -> {
                    runner.beforeStep(event.apply(attempt.incrementAndGet()));
                    LiveTransaction transaction = LiveTransaction.divisible(runner, step, timeout, progress);
                    runCode(transaction);
                    runner.afterStep(event.apply(attempt.get()));
                    runner.record(step, startedAt, remains.note());
                }));
    }

    /** Runs the code in the transaction that all revisions share. */
    public void runTogether() throws SQLException {
        runCode(LiveTransaction.shared(runner, step));
    }

    /** {@return the statements that the code asked for when it ran last} */
    public List<SqlStatement> statements() {
        return statements;
    }

    /** {@return what the reversal of the step has to know; {@code null} for nothing} */
    @Nullable
    public String note() {
        return remains.note();
    }

    private int lastLine() {
        return statements.isEmpty() ? 1 : statements.get(statements.size() - 1).line();
    }

    private void runCode(LiveTransaction transaction) throws SQLException {
        statements.clear();
        remains.clear();
        AutocommitStatements autocommitStatements = new AutocommitStatements(runner, attempts, step, progress);
        LiveStatements live = new LiveStatements(
                new LiveStatements.Place(runner, step, progress, remains),
                transaction,
                autocommitStatements,
                statements);
        BatchRunner batches = new BatchRunner(runner, attempts, step, progress);
        FirstFailure failure = new FirstFailure();
        call(new LiveOperations(live, step.context(), batches, failure), failure);
        live.finish();
    }

    /** Whatever the code throws that is not an error of ours becomes one. */
    private void call(LiveOperations operations, FirstFailure failure) throws SQLException {
        try {
            ask(operations, failure);
        } catch (ServerFailure e) {
            throw e.getCause();
        } catch (SQLException | RetortException e) {
            throw e;
        } catch (Throwable e) {
            throw CodeFailure.during(step.script(), e);
        }
    }

    /** The first failure is reported, also when the code caught it or threw another error. */
    private void ask(LiveOperations operations, FirstFailure failure) throws SQLException {
        try {
            ask(operations);
        } catch (Throwable e) {
            failure.rethrow();
            throw e;
        } finally {
            failure.end();
        }
        failure.rethrow();
    }

    private void ask(LiveOperations operations) throws SQLException {
        Recording reversal = step.reversal();
        Migration migration = step.code().migration();
        if (reversal != null) {
            operations.replay(reversal);
        } else if (step.step().direction() == Direction.UPGRADE) {
            migration.upgrade(operations);
        } else {
            migration.downgrade(operations);
        }
    }
}
