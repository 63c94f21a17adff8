/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.statement;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of a connection that is in autocommit between them. What fails in them hides behind no later error.
 */
public final class Transactions {

    private final Connection connection;
    private final StatementSender sender;
    private boolean inDoubt;

    public Transactions(Connection connection, StatementSender sender) {
        this.connection = connection;
        this.sender = sender;
    }

    /** {@return whether a rollback failed, so that the state of the session is unknown} */
    public boolean isInDoubt() {
        return inDoubt;
    }

    /** Runs work in a transaction: commits when it returns, rolls back on any {@link Throwable}. */
    public <T extends @Nullable Object> T run(SqlWork<T> work) throws SQLException {
        connection.setAutoCommit(false);
        sender.begin();
        try {
            T result = work.run();
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (Throwable failure) {
            rollBack(failure);
            throw failure;
        } finally {
            sender.forgetOpening();
        }
    }

    private void rollBack(Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
            inDoubt = true;
        }
    }

    /** Within {@link #run}: commits, runs work outside of a transaction, and begins another one. */
    public <T extends @Nullable Object> T leave(SqlWork<T> work) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
        sender.forgetOpening();
        T result;
        try {
            result = work.run();
        } catch (Throwable failure) {
            beginAfter(failure);
            throw failure;
        }
        connection.setAutoCommit(false);
        sender.begin();
        return result;
    }

    private void beginAfter(Throwable failure) {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
