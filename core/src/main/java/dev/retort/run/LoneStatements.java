/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.history.ProgressRow;
import dev.retort.jdbc.SqlState;
import dev.retort.sql.SqlStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Runs statements outside of a transaction. Before each an intent is committed, after it that it is done: at least once, and
 * never silently twice.
 */
final class LoneStatements {

    private final StepRunner runner;
    private final Attempts attempts;
    private final StepScript step;
    private final StepProgress progress;
    private final ConcurrentIndexes indexes;

    LoneStatements(StepRunner runner, Attempts attempts, StepScript step, StepProgress progress) {
        this.runner = runner;
        this.attempts = attempts;
        this.step = step;
        this.progress = progress;
        this.indexes = new ConcurrentIndexes(runner.connection());
    }

    /**
     * Runs a statement unless an earlier run did.
     *
     * @param number its number in the step
     */
    void run(SqlStatement statement, int number) throws SQLException {
        run(statement, number, () -> runner.execute(step, statement));
    }

    /**
     * Does the work of a statement unless an earlier run did.
     *
     * @param number its number in the step
     * @param work sends it to the server
     */
    void run(SqlStatement statement, int number, Work work) throws SQLException {
        if (!progress.isDone(number) && !isSettled(statement, number)) {
            runAlone(statement, number, work);
        }
    }

    /** Sends a statement to the server. */
    @FunctionalInterface
    interface Work {
        /** Does it. */
        void run() throws SQLException;
    }

    private void runAlone(SqlStatement statement, int number, Work work) throws SQLException {
        ProgressRow intent = progress.intent(statement, number, indexes.definitionToBe(statement, step));
        runner.bookkeeping().recordProgress(intent);
        AutocommitKind kind = AutocommitKind.of(statement);
        try {
            execute(work, kind);
        } catch (StatementFailedException e) {
            settleFailure(e, intent, kind);
            throw e;
        }
        progress.committed(intent);
        recordDone(statement, number);
    }

    /** Remembered too: the code of a Java revision may come by again in this run. */
    private void recordDone(SqlStatement statement, int number) throws SQLException {
        ProgressRow done = progress.done(statement, number);
        runner.bookkeeping().recordProgress(done);
        progress.committed(done);
    }

    /**
     * Only what is all or nothing has a {@code lock_timeout} and is tried again. A concurrent build waits for other
     * transactions by design, and a timeout would leave it INVALID.
     */
    private void execute(Work work, AutocommitKind kind) throws SQLException {
        if (kind == AutocommitKind.ATOMIC) {
            attempts.run(step.revision(), timeout -> executeWith(timeout, work));
        } else {
            executeWith(Duration.ZERO, work);
        }
    }

    private void executeWith(Duration lockTimeout, Work work) throws SQLException {
        runner.connection().setLockTimeout(lockTimeout);
        work.run();
    }

    private void settleFailure(StatementFailedException e, ProgressRow intent, AutocommitKind kind) {
        boolean answered = SqlState.of(e).filter(SqlState::isServerAnswer).isPresent();
        if (!answered || !kind.leavesNothing()) {
            progress.committed(intent);
            return;
        }
        try {
            runner.bookkeeping().forgetIntent(intent);
        } catch (SQLException forgetting) {
            e.addSuppressed(forgetting);
            progress.committed(intent);
        }
    }

    /** An intent without done: the catalog can tell of concurrent index statements, some can be repeated, others not. */
    private boolean isSettled(SqlStatement statement, int number) throws SQLException {
        ProgressRow row = progress.find(number);
        if (row == null || AutocommitKind.of(statement) == AutocommitKind.REPEATABLE) {
            return false;
        }
        ConcurrentIndexes.Outcome outcome = indexes.settle(statement, row.definition());
        if (outcome == ConcurrentIndexes.Outcome.UNKNOWN) {
            throw new PartialRevisionException(
                    step.revision(),
                    "The statement at " + step.script().source() + ":" + statement.line()
                            + " was begun and did not end, and nobody can tell whether it took effect.",
                    "Look, then say so: repair --statement done when it did, repair --statement again when it did not.");
        }
        if (outcome == ConcurrentIndexes.Outcome.DONE) {
            recordDone(statement, number);
        }
        return outcome == ConcurrentIndexes.Outcome.DONE;
    }
}
