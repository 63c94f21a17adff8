/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.statement;

import dev.retort.internal.jdbc.support.PoolMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** Sends statements with parameters. */
public final class ParameterStatements {

    private final Connection connection;
    private final StatementSender sender;

    public ParameterStatements(Connection connection, StatementSender sender) {
        this.connection = connection;
        this.sender = sender;
    }

    /** Runs a query and reads all its rows. */
    public <T extends @Nullable Object> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepareOnce(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return read(rows, mapper);
        }
    }

    private static <T extends @Nullable Object> List<T> read(ResultSet rows, RowMapper<T> mapper) throws SQLException {
        List<T> result = new ArrayList<>();
        while (rows.next()) {
            result.add(mapper.map(rows));
        }
        return result;
    }

    /** Runs a query and reads its rows some at a time. */
    public void stream(String sql, int fetchSize, RowMapper<?> mapper, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepareOnce(sql, parameters)) {
            statement.setFetchSize(fetchSize);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    mapper.map(rows);
                }
            }
        }
    }

    /** Runs statements of Retort's own, on the marked session only, and reads all rows of the last one that gives any. */
    public <T extends @Nullable Object> List<T> queryOwn(
            String sql, RowMapper<T> mapper, @Nullable Object... parameters) throws SQLException {
        return sender.onOwnSession(() -> {
            try (PreparedStatement statement = prepare(sender.takeOpening() + sql, parameters)) {
                statement.execute();
                return read(lastRows(statement), mapper);
            }
        });
    }

    private static ResultSet lastRows(PreparedStatement statement) throws SQLException {
        ResultSet rows = statement.getResultSet();
        while (statement.getMoreResults(Statement.KEEP_CURRENT_RESULT) || statement.getUpdateCount() != -1) {
            ResultSet next = statement.getResultSet();
            rows = next == null ? rows : next;
        }
        return rows;
    }

    /** Runs statements of Retort's own as one message and one transaction, on the marked session only. */
    public void updateOwn(List<String> before, String sql, @Nullable Object... parameters) throws SQLException {
        boolean alone = connection.getAutoCommit();
        String message = message(alone, before, sql);
        sender.onOwnSession(() -> {
            try (PreparedStatement statement = prepare(sender.takeOpening() + message, parameters)) {
                return statement.execute();
            } catch (SQLException e) {
                rollBack(alone, e);
                throw e;
            }
        });
    }

    /**
     * Sends statements and, last, a query as one message and one transaction. When one fails, the server skips those after it
     * without looking at them, so that a check can protect what follows.
     */
    public <T extends @Nullable Object> List<T> queryAfter(
            List<String> before, String sql, RowMapper<T> mapper, @Nullable Object... parameters) throws SQLException {
        boolean alone = connection.getAutoCommit();
        try (PreparedStatement statement = prepareOnce(message(alone, before, sql), parameters)) {
            statement.execute();
            return read(lastRows(statement), mapper);
        } catch (SQLException e) {
            rollBack(alone, e);
            PoolMode.requireTransactions(e);
            throw e;
        }
    }

    /** Each statement sees what has been committed when it begins, so that a check sees everything that came before a lock. */
    private static String message(boolean alone, List<String> before, String last) {
        String statements = String.join("; ", before) + "; " + last;
        return alone ? "BEGIN ISOLATION LEVEL READ COMMITTED; " + statements + "; COMMIT" : statements;
    }

    private void rollBack(boolean alone, SQLException failure) {
        if (!alone || SqlState.isConnectionLost(failure)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Runs a statement, and tells how many rows it changed, or gave. */
    public long update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepareOnce(sql, parameters)) {
            return statement.execute() ? count(statement.getResultSet()) : statement.getLargeUpdateCount();
        }
    }

    private static long count(ResultSet rows) throws SQLException {
        long count = 0;
        while (rows.next()) {
            count++;
        }
        return count;
    }

    /** Planned each time: a revision may change between two of its queries what they give. */
    private PreparedStatement prepareOnce(String sql, @Nullable Object... parameters) throws SQLException {
        sender.sendOpening();
        PreparedStatement statement = prepare(sql, parameters);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        return statement;
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            Parameters.set(statement, i + 1, parameters[i]);
        }
        return statement;
    }
}
