/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.history.Bookkeeping;
import dev.retort.history.HistoryRow;
import dev.retort.history.Subject;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.jdbc.SqlWork;
import dev.retort.lock.LockLostException;
import dev.retort.migration.MigrationListener;
import dev.retort.migration.StepEvent;
import dev.retort.script.RevisionScript;
import dev.retort.script.ScriptPart;
import dev.retort.sql.SqlStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What every kind of step does: its statements, its listeners, and the rows that say it is done. */
final class StepRunner {

    private final MigrationConnection connection;
    private final StatementExecutor executor;
    private final StepBooks books;
    private final List<MigrationListener> listeners;

    StepRunner(LockedRun run, StepBooks books, List<MigrationListener> listeners) {
        this.connection = run.connection();
        this.executor = run.executor();
        this.books = books;
        this.listeners = listeners;
    }

    MigrationConnection connection() {
        return connection;
    }

    Bookkeeping bookkeeping() {
        return books.bookkeeping();
    }

    void beforeStep(StepEvent event) {
        listeners.forEach(listener -> listener.beforeStep(event));
    }

    void afterStep(StepEvent event) {
        listeners.forEach(listener -> listener.afterStep(event));
    }

    void execute(StepScript step, ScriptPart part) {
        for (SqlStatement statement : part.statements()) {
            execute(step, statement);
        }
    }

    void execute(StepScript step, SqlStatement statement) {
        executor.execute(step, statement);
    }

    /** Does the work of a statement, watched. */
    <T extends @Nullable Object> T watched(StepScript step, SqlStatement statement, SqlWork<T> work) {
        return executor.watched(step, statement, work);
    }

    /** Writes version rows and history as the last thing of the step's transaction. */
    void record(StepScript step, long startedAt) throws SQLException {
        record(step, startedAt, null);
    }

    /**
     * The same with what the step's reversal has to know.
     *
     * @param note what; {@code null} for nothing
     */
    void record(StepScript step, long startedAt, @Nullable String note) throws SQLException {
        books.record(
                step,
                HistoryRow.succeeded(
                                step.operation(), subject(step), rowsBefore(step), rowsAfter(step), since(startedAt))
                        .withNote(note));
    }

    /** Refuses to go on after a statement that released the migration lock. */
    void requireLock(StepScript step) throws SQLException {
        if (!books.lock().isHeld()) {
            throw new LockLostException(step.revision());
        }
    }

    /**
     * Runs work in a transaction of the step; an error of the commit itself (a deferred constraint) names the script too.
     *
     * @param lockTimeout the {@code lock_timeout} of the transaction
     */
    void inTransaction(StepScript step, Duration lockTimeout, TransactionWork work) throws SQLException {
        inTransaction(step, lockTimeout, () -> lastLine(step), work);
    }

    /**
     * The same for a step whose lines are known only when it has run.
     *
     * @param lastLine the line of its last statement
     */
    void inTransaction(StepScript step, Duration lockTimeout, IntSupplier lastLine, TransactionWork work)
            throws SQLException {
        boolean[] worked = new boolean[1];
        try {
            connection.inTransaction(() -> {
                connection.setLocalLockTimeout(lockTimeout);
                work.run();
                worked[0] = true;
                return true;
            });
        } catch (SQLException e) {
            if (worked[0]) {
                throw commitFailed(step, lastLine.getAsInt(), e);
            }
            throw e;
        }
    }

    /** What happens in a transaction. */
    @FunctionalInterface
    interface TransactionWork {
        /** Does the work. */
        void run() throws SQLException;
    }

    /** Makes the error of a commit that failed after the statement at a line. */
    StatementFailedException commitFailed(StepScript step, int line, SQLException cause) {
        return executor.failed(step, new SqlStatement("COMMIT", line, null), cause);
    }

    private static int lastLine(StepScript step) {
        List<SqlStatement> statements = step.shownStatements();
        return statements.isEmpty() ? 1 : statements.get(statements.size() - 1).line();
    }

    static Subject subject(StepScript step) {
        RevisionScript script = step.script();
        return new Subject(step.place(), script.message(), script.checksum(), script.text(), step.placeholders());
    }

    static List<String> rowsBefore(StepScript step) {
        return new ArrayList<>(step.step().rowsBefore());
    }

    static List<String> rowsAfter(StepScript step) {
        return new ArrayList<>(step.step().rowsAfter());
    }

    static Duration since(long startedAt) {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }
}
