/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.flyway;

import dev.retort.internal.adopt.ForeignLock;
import dev.retort.internal.adopt.ForeignLockException;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.jdbc.Backoff;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.Sleeper;
import dev.retort.internal.jdbc.statement.SqlWork;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock of Flyway: an advisory lock whose key is a number of Flyway's own plus the hash of the table's name. Flyway
 * takes it for its session or for a transaction; both exclude ours.
 */
final class FlywayLock implements ForeignLock {

    private static final Logger log = LoggerFactory.getLogger(FlywayLock.class);

    /** The letters of "Flyway", as Flyway adds them up. */
    private static final long FLYWAY =
            (0x46L << 40) + (0x6CL << 32) + (0x79L << 24) + (0x77L << 16) + (0x61L << 8) + 0x79L;

    private final MigrationConnection connection;
    private final ForeignTable table;
    private final Sleeper sleeper;

    /**
     * Creates a lock that is not yet taken.
     *
     * @param connection the session that will hold it
     * @param table Flyway's history
     * @param sleeper waits between attempts
     */
    FlywayLock(MigrationConnection connection, ForeignTable table, Sleeper sleeper) {
        this.connection = connection;
        this.table = table;
        this.sleeper = sleeper;
    }

    private long key() {
        return FLYWAY + table.inDoubleQuotes().hashCode();
    }

    @Override
    public <T extends @Nullable Object> T during(@Nullable Duration limit, SqlWork<T> work) throws SQLException {
        acquire(limit);
        try {
            return work.run();
        } finally {
            release();
        }
    }

    private void acquire(@Nullable Duration limit) throws SQLException {
        long start = System.nanoTime();
        for (int attempt = 1; !ask("SELECT pg_catalog.pg_try_advisory_lock(?)"); attempt++) {
            if (attempt == 1) {
                log.info("Waiting for Flyway, which migrates {} now", table.quoted());
            }
            if (limit != null && System.nanoTime() - start >= limit.toNanos()) {
                throw new ForeignLockException(
                        "Flyway holds its lock of " + table.quoted() + "; nothing was changed.",
                        "An instance of a build that uses Flyway migrates this database now.",
                        "Wait until it ends, then try again.");
            }
            sleeper.await(
                    Backoff.ofLockPolls()
                            .after(attempt, ThreadLocalRandom.current().nextDouble()),
                    "the lock of Flyway");
        }
    }

    private boolean ask(String sql) throws SQLException {
        return connection.queryOne(sql, row -> row.getBoolean(1), key());
    }

    private void release() {
        try {
            if (!connection.isClosed() && !ask("SELECT pg_catalog.pg_advisory_unlock(?)")) {
                connection.retire();
            }
        } catch (SQLException e) {
            log.debug("The lock of Flyway could not be released; closing the session", e);
            connection.retire();
        }
    }

    /** The session holds it until the end. */
    @Override
    public void keep() {}
}
