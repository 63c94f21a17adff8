/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.lint.measure.LockReader.Locks;
import dev.retort.internal.sql.Identifiers;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.lint.LockMode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a statement that PostgreSQL refuses in a transaction, such as {@code CREATE INDEX CONCURRENTLY}. On an empty table it is
 * over before its locks can be read: so a second session holds ROW EXCLUSIVE on its tables, as a writer does, until the statement
 * waits for it and its locks were read.
 */
final class ConcurrentRun {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 2;

    private final MigrationConnection connection;
    private final ConnectionSource others;

    ConcurrentRun(MigrationConnection connection, ConnectionSource others) {
        this.connection = connection;
        this.others = others;
    }

    /**
     * Runs it to its end.
     *
     * @param tables the tables that it may lock
     * @return the locks that it was seen with; empty when it did not wait
     */
    Map<Long, LockMode> run(SqlStatement statement, List<RelationFacts> tables) throws SQLException {
        int pid = connection.queryOne("SELECT pg_catalog.pg_backend_pid()", row -> row.getInt(1));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (MigrationConnection writer = others.open()) {
            Map<Long, LockMode> seen = new HashMap<>();
            Future<Boolean> running = writer.inTransaction(() -> {
                for (RelationFacts table : tables) {
                    writer.execute("LOCK TABLE "
                            + Identifiers.quote(
                                    table.name().schema(), table.name().name())
                            + " IN ROW EXCLUSIVE MODE");
                }
                Future<Boolean> started = thread.submit(() -> {
                    connection.execute(statement);
                    return true;
                });
                watch(started, new LockReader(writer), pid, seen);
                return started;
            });
            end(running, statement);
            return seen;
        } finally {
            thread.shutdownNow();
        }
    }

    /** Reads its locks until it waits, or ends. */
    private static void watch(Future<Boolean> running, LockReader reader, int pid, Map<Long, LockMode> seen)
            throws SQLException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!isDone(running) && System.nanoTime() < end) {
            Locks locks = reader.of(pid);
            if (locks.waits()) {
                locks.modes().forEach((oid, mode) -> seen.merge(oid, mode, LockReader::stronger));
                return;
            }
        }
    }

    private static boolean isDone(Future<Boolean> running) {
        try {
            running.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void end(Future<Boolean> running, SqlStatement statement) throws SQLException {
        try {
            running.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new DatabaseException(
                    "The statement at line " + statement.line() + " did not end on the scratch server.",
                    new SQLException("It still waits after " + LONGEST.toSeconds() + " s.", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetortException("Measuring was interrupted.", "", "Run the command again.", e);
        }
    }
}
