/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.step;

import dev.retort.event.MigrationListener;
import dev.retort.event.StepEvent;
import dev.retort.internal.history.HistoryWriter;
import dev.retort.internal.history.StepRows;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.SqlWork;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.step.PlannedStep;
import dev.retort.internal.step.StepHistory;
import dev.retort.run.LockLostException;
import dev.retort.run.StatementFailedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The parts that every kind of step has: its statements, its listeners, and the rows that say it is done. */
public final class StepRunner {

    private final MigrationConnection connection;
    private final StatementExecutor executor;
    private final StepRecorder history;
    private final List<MigrationListener> listeners;
    private final WorkMeter meter;

    public StepRunner(LockedRun run, StepRecorder history, List<MigrationListener> listeners) {
        this.connection = run.connection();
        this.executor = run.executor();
        this.history = history;
        this.listeners = listeners;
        this.meter = new WorkMeter(connection);
    }

    public MigrationConnection connection() {
        return connection;
    }

    public HistoryWriter historyWriter() {
        return history.historyWriter();
    }

    public void beforeStep(StepEvent event) {
        meter.begin();
        listeners.forEach(listener -> listener.beforeStep(event));
    }

    public void afterStep(StepEvent event) {
        listeners.forEach(listener -> listener.afterStep(event));
    }

    /** Runs the statements of a part in the transaction that is open. */
    public void execute(PlannedStep step, ScriptPart part) throws SQLException {
        for (SqlStatement statement : part.statements()) {
            meter.before(statement);
            long startedAt = System.nanoTime();
            execute(step, statement);
            meter.ran(since(startedAt));
        }
    }

    public void execute(PlannedStep step, SqlStatement statement) {
        executor.execute(step, statement);
    }

    /** Does the work of a statement, watched. */
    public <T extends @Nullable Object> T watched(PlannedStep step, SqlStatement statement, SqlWork<T> work) {
        return executor.watched(step, statement, work);
    }

    /** Writes version rows and history as the last statements of the step's transaction. */
    public void record(PlannedStep step, long startedAt) throws SQLException {
        record(step, startedAt, null);
    }

    /**
     * The same with what the step's reversal has to know.
     *
     * @param note what; {@code null} for nothing
     */
    public void record(PlannedStep step, long startedAt, @Nullable String note) throws SQLException {
        StepRows rows = StepHistory.rows(step, since(startedAt), note);
        history.record(step, rows.with(rows.last().withWork(meter.taken())));
    }

    /** Refuses to continue after a statement that released the migration lock. */
    void requireLock(PlannedStep step) throws SQLException {
        if (!history.lock().isHeld()) {
            throw new LockLostException(step.revision());
        }
    }

    /**
     * Runs work in a transaction of the step; an error of the commit itself (a deferred constraint) names the script too.
     *
     * @param lockTimeout the {@code lock_timeout} of the transaction
     */
    public void inTransaction(PlannedStep step, Duration lockTimeout, TransactionWork work) throws SQLException {
        inTransaction(step, lockTimeout, () -> lastLine(step), work);
    }

    /**
     * The same for a step whose lines are known only when it has run.
     *
     * @param lastLine the line of its last statement
     */
    public void inTransaction(PlannedStep step, Duration lockTimeout, IntSupplier lastLine, TransactionWork work)
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

    /** Work in a transaction. */
    @FunctionalInterface
    public interface TransactionWork {
        /** Does the work. */
        void run() throws SQLException;
    }

    /** Makes the error of a commit that failed after the statement at a line. */
    public StatementFailedException commitFailed(PlannedStep step, int line, SQLException cause) {
        return executor.failed(step, new SqlStatement("COMMIT", line, null), cause);
    }

    private static int lastLine(PlannedStep step) {
        List<SqlStatement> statements = step.shownStatements();
        return statements.isEmpty() ? 1 : statements.get(statements.size() - 1).line();
    }

    public static Duration since(long startedAt) {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }
}
