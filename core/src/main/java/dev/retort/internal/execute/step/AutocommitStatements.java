/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.step;

import dev.retort.internal.history.ProgressRow;
import dev.retort.internal.jdbc.statement.SqlState;
import dev.retort.internal.jdbc.statement.SqlWork;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.step.AutocommitKind;
import dev.retort.internal.step.NumberedStatement;
import dev.retort.internal.step.PlannedStep;
import dev.retort.internal.step.StatementAnswer;
import dev.retort.internal.step.StepProgress;
import dev.retort.run.PartialRevisionException;
import dev.retort.run.StatementFailedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Runs statements outside of a transaction. Before each an intent is committed, after it that it is done: at least
 * once, and never silently twice.
 */
public final class AutocommitStatements {

    private final StepRunner runner;
    private final LockRetries attempts;
    private final PlannedStep step;
    private final StepProgress progress;
    private final ConcurrentIndexes indexes;

    public AutocommitStatements(StepRunner runner, LockRetries attempts, PlannedStep step, StepProgress progress) {
        this.runner = runner;
        this.attempts = attempts;
        this.step = step;
        this.progress = progress;
        this.indexes = new ConcurrentIndexes(runner.connection());
    }

    /** Runs a statement unless an earlier run did. */
    public void run(NumberedStatement statement) throws SQLException {
        if (!progress.isDone(statement.number()) && !isSettled(statement)) {
            runAlone(statement, () -> runner.execute(step, statement.sql()));
            record(progress.done(statement));
            runner.requireLock(step);
        }
    }

    /**
     * Does the work of a statement whose answer the code reads, unless an earlier run did. What is all or nothing
     * commits together with its done row, so that it is never done without its answer being known.
     *
     * @param work sends it to the server
     */
    public StatementAnswer answer(NumberedStatement statement, SqlWork<StatementAnswer> work) throws SQLException {
        if (AutocommitKind.of(statement.sql()) == AutocommitKind.ATOMIC && progress.find(statement.number()) == null) {
            return answerTogether(statement, work);
        }
        if (isSettled(statement)) {
            return progress.answer(statement);
        }
        Deque<StatementAnswer> answers = new ArrayDeque<>();
        runAlone(statement, () -> answers.push(work.run()));
        record(progress.done(statement, answers.element()));
        runner.requireLock(step);
        return answers.element();
    }

    private StatementAnswer answerTogether(NumberedStatement statement, SqlWork<StatementAnswer> work)
            throws SQLException {
        Deque<ProgressRow> attempted = new ArrayDeque<>();
        attempts.run(
                step.revision(),
                timeout -> runner.inTransaction(step, timeout, () -> {
                    attempted.push(progress.done(statement, work.run()));
                    runner.historyWriter().recordProgress(attempted.element());
                    runner.requireLock(step);
                }));
        progress.committed(attempted.element());
        return progress.answer(statement);
    }

    /** Sends a statement to the server. */
    @FunctionalInterface
    private interface Work {
        /** Does it. */
        void run() throws SQLException;
    }

    private void runAlone(NumberedStatement statement, Work work) throws SQLException {
        ProgressRow intent = progress.intent(statement, indexes.definitionToBe(statement.sql(), step));
        AutocommitKind kind = AutocommitKind.of(statement.sql());
        execute(kind, timeout -> {
            runner.connection().setLockTimeout(timeout);
            record(intent);
            try {
                work.run();
            } catch (StatementFailedException e) {
                throw settled(e, intent, kind);
            }
        });
    }

    /** Remembered too: the code of a Java revision may come by again in this run. */
    private void record(ProgressRow row) throws SQLException {
        runner.historyWriter().recordProgress(row);
        progress.committed(row);
    }

    /**
     * Only what is all or nothing has a {@code lock_timeout} and is tried again. A concurrent build waits for other
     * transactions by design, and a timeout would leave it INVALID. Each attempt has its own intent, recorded directly
     * before the statement is sent: so an intent exists exactly while the effect of the statement is unknown.
     */
    private void execute(AutocommitKind kind, LockRetries.Work attempt) throws SQLException {
        if (kind == AutocommitKind.ATOMIC) {
            attempts.run(step.revision(), attempt);
        } else {
            attempt.run(Duration.ZERO);
        }
    }

    /** Keeps the intent unless the server's refusal left nothing behind; an error of the driver does not tell. */
    private StatementFailedException settled(StatementFailedException e, ProgressRow intent, AutocommitKind kind) {
        if (SqlState.of(e).filter(SqlState::isServerAnswer).isEmpty()) {
            return e.with(
                    "Whether the statement took effect is not known.",
                    "Check the server and run the command again: it continues, or names what to check.");
        }
        if (kind.hasNoPartialEffect()) {
            forget(intent, e);
        }
        return e;
    }

    private void forget(ProgressRow intent, StatementFailedException failure) {
        try {
            runner.historyWriter().forgetIntent(intent);
            progress.forgotten(intent);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * An intent without done: the catalog can tell of concurrent index statements, some can be repeated, others not.
     */
    private boolean isSettled(NumberedStatement numbered) throws SQLException {
        SqlStatement statement = numbered.sql();
        ProgressRow row = progress.find(numbered.number());
        if (row == null || AutocommitKind.of(statement) == AutocommitKind.REPEATABLE) {
            return false;
        }
        ConcurrentIndexes.Outcome outcome = indexes.settle(statement, row.definition());
        if (outcome == ConcurrentIndexes.Outcome.UNKNOWN) {
            throw new PartialRevisionException(
                    step.revision(),
                    "The statement at " + step.script().source() + ":" + statement.line()
                            + " started and did not finish, and Retort cannot tell whether it took effect.",
                    "Check the database, then run repair --statement done if it took effect, or repair --statement"
                            + " again if it did not.");
        }
        if (outcome == ConcurrentIndexes.Outcome.DONE) {
            record(progress.done(numbered));
        }
        return outcome == ConcurrentIndexes.Outcome.DONE;
    }
}
