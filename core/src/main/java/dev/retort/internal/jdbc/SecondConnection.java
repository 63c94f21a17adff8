/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import dev.retort.internal.jdbc.statement.SqlWork;
import dev.retort.internal.jdbc.support.UnsupportedDatabaseException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A second connection beside the one that goes through a pooler, opened on a separate thread: a pool of one session
 * lets it wait for as long as the first one is connected.
 */
final class SecondConnection {

    private static final long PATIENCE_MILLIS = 3_000;
    private static final long PAUSE_MILLIS = 50;
    private static final int TIMES_AHEAD = 20;

    private final ConnectionSource source;
    private final boolean unpooled;

    /**
     * Creates one that is not yet open.
     *
     * @param source opens it
     * @param unpooled whether the source opens a connection each time: then one that is not served waits in the pooler
     */
    SecondConnection(ConnectionSource source, boolean unpooled) {
        this.source = source;
        this.unpooled = unpooled;
    }

    /**
     * Opens it and has it run one statement.
     *
     * @param ahead runs a statement of the first connection. A pooler that shares sessions serves clients in the order
     *     in which they ask, so one that serves the first again and again, but not the second that has asked before,
     *     keeps a session for the first alone
     * @return the connection; empty when the first has the pool's only session
     * @throws UnsupportedDatabaseException when there is no second connection
     */
    Optional<MigrationConnection> open(SqlWork<?> ahead) throws SQLException {
        CompletableFuture<MigrationConnection> opened = new CompletableFuture<>();
        Thread thread = new Thread(() -> open(opened), "retort-second-connection");
        thread.setDaemon(true);
        thread.start();
        if (isDone(opened, PATIENCE_MILLIS) || !unpooled) {
            return Optional.of(get(opened));
        }
        for (int i = 0; i < TIMES_AHEAD; i++) {
            ahead.run();
            if (isDone(opened, PAUSE_MILLIS)) {
                return Optional.of(get(opened));
            }
        }
        if (!opened.completeExceptionally(new SQLException("The connection was opened too late."))) {
            return Optional.of(get(opened));
        }
        return Optional.empty();
    }

    private void open(CompletableFuture<MigrationConnection> opened) {
        try {
            MigrationConnection connection = source.tryOpen();
            try {
                connection.withoutNamedStatements(() -> connection.queryOne("SELECT 1", row -> row.getInt(1)));
                if (!opened.complete(connection)) {
                    connection.close();
                }
            } catch (Throwable failure) {
                connection.close();
                throw failure;
            }
        } catch (Throwable failure) {
            opened.completeExceptionally(failure);
        }
    }

    private static boolean isDone(CompletableFuture<MigrationConnection> opened, long millis) throws SQLException {
        try {
            opened.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static MigrationConnection get(CompletableFuture<MigrationConnection> opened) throws SQLException {
        try {
            return opened.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw UnsupportedDatabaseException.poolerOfUnknownMode(String.valueOf(cause.getMessage()), cause);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static SQLException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new SQLException("The thread was interrupted.", e);
    }
}
