/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.step;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.ServerAnswer;
import dev.retort.internal.jdbc.statement.SqlState;
import dev.retort.internal.jdbc.statement.SqlWork;
import dev.retort.internal.jdbc.watch.Watcher;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.step.PlannedStep;
import dev.retort.run.FailedStatement;
import dev.retort.run.StatementFailedException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one statement of a script, watched; an error becomes a {@link StatementFailedException}. */
public final class StatementExecutor {

    private static final Logger log = LoggerFactory.getLogger(StatementExecutor.class);

    private static final int LONGEST = 1000;

    private final MigrationConnection connection;
    private final Watcher watcher;

    StatementExecutor(MigrationConnection connection, Watcher watcher) {
        this.connection = connection;
        this.watcher = watcher;
    }

    public void execute(PlannedStep step, SqlStatement statement) {
        watched(step, statement, () -> {
            connection.execute(statement);
            return true;
        });
    }

    /** Does the work of a statement, watched. */
    <T extends @Nullable Object> T watched(PlannedStep step, SqlStatement statement, SqlWork<T> work) {
        String source = step.script().source();
        if (log.isDebugEnabled()) {
            log.debug(
                    "{}:{}: {}", source, statement.line(), step.shown(statement).text());
        }
        watcher.begin("Statement " + source + ":" + statement.line());
        try {
            return work.run();
        } catch (SQLException e) {
            throw failed(step, statement, e);
        } finally {
            watcher.end();
        }
    }

    /** Makes the error of a statement that failed. */
    StatementFailedException failed(PlannedStep step, SqlStatement statement, SQLException cause) {
        ServerAnswer answer = ServerAnswer.of(cause);
        @Nullable
        String blockers = SqlState.isLockContention(cause) || SqlState.is(SqlState.QUERY_CANCELED, cause)
                ? watcher.blockers()
                : null;
        FailedStatement failed = new FailedStatement(
                step.revision(),
                step.script().source(),
                statement.line(),
                step.shown(statement).text(),
                answer.sqlState(),
                answer.message(),
                answer.detailOrContext(),
                answer.hint(),
                blockers);
        StatementFailedException failure = new StatementFailedException(failed, action(step, cause), cause);
        return step.hasStatementsInSource()
                ? failure
                : failure.with("The statement: " + shortened(failed.text()), failure.action());
    }

    /** The line of a class does not show the statement. */
    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line + "." : line.substring(0, LONGEST) + "...";
    }

    private static String action(PlannedStep step, SQLException cause) {
        if (SqlState.isLockContention(cause)) {
            return "The statement's transaction was rolled back. End the blocking session, or try again after it"
                    + " ends; retort.lock-retry-for sets how long Retort retries a step.";
        }
        if (SqlState.isConnectionLost(cause)) {
            return "The server rolls back the open transaction. Check the server and try again: the version table"
                    + " has the revisions that were committed.";
        }
        return "The statement's transaction was rolled back. Fix the " + step.sourceKind() + " and try again.";
    }
}
