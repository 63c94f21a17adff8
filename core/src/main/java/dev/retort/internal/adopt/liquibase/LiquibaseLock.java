/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.liquibase;

import dev.retort.internal.adopt.ForeignLock;
import dev.retort.internal.adopt.ForeignLockException;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.jdbc.Backoff;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.Sleeper;
import dev.retort.internal.jdbc.statement.SqlWork;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock of Liquibase: a row that it marks as locked and commits. The row itself is locked until the end of the adoption's
 * transaction, so that a killed process leaves nothing: Liquibase waits for that transaction when it marks the row.
 */
final class LiquibaseLock implements ForeignLock {

    private static final Logger log = LoggerFactory.getLogger(LiquibaseLock.class);

    /** As long as Liquibase itself waits: the row says nothing of whether its holder lives. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final MigrationConnection connection;
    private final @Nullable ForeignTable table;
    private final Sleeper sleeper;

    /**
     * Creates a lock.
     *
     * @param connection the session of the adoption
     * @param table the table of the row; {@code null} when there is none
     * @param sleeper waits between attempts
     */
    LiquibaseLock(MigrationConnection connection, @Nullable ForeignTable table, Sleeper sleeper) {
        this.connection = connection;
        this.table = table;
        this.sleeper = sleeper;
    }

    /** Liquibase has marked the row since it was looked at. */
    private static final class MarkedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public <T extends @Nullable Object> T during(@Nullable Duration limit, SqlWork<T> work) throws SQLException {
        long start = System.nanoTime();
        Duration longest = limit == null || limit.compareTo(LIMIT) > 0 ? LIMIT : limit;
        for (int attempt = 1; ; attempt++) {
            String holder = holder("");
            if (holder == null) {
                try {
                    return work.run();
                } catch (MarkedException e) {
                    log.debug("Liquibase has taken its lock in between", e);
                    continue;
                }
            }
            await(holder, attempt, System.nanoTime() - start >= longest.toNanos());
        }
    }

    private void await(String holder, int attempt, boolean expired) {
        if (attempt == 1) {
            log.info("Waiting for Liquibase, whose lock {} holds", holder);
        }
        if (expired) {
            throw new ForeignLockException(
                    "Liquibase holds its lock of " + (table == null ? "" : table.quoted()) + "; nothing was changed.",
                    "The row says: locked by " + holder + ".",
                    "If that instance still migrates, wait until it ends. If it is gone, release the lock with"
                            + " liquibase release-locks, then try again.");
        }
        sleeper.await(
                Backoff.ofLockPolls().after(attempt, ThreadLocalRandom.current().nextDouble()),
                "the lock of Liquibase");
    }

    /** {@return who holds the lock; {@code null} when it is free} */
    private @Nullable String holder(String clause) throws SQLException {
        if (table == null) {
            return null;
        }
        List<String> holders = connection.query(
                "SELECT locked, coalesce(lockedby, 'an unknown instance')::pg_catalog.text,"
                        + " coalesce(lockgranted::pg_catalog.text, 'an unknown time') FROM "
                        + table.quoted() + " ORDER BY id" + clause,
                row -> row.getBoolean(1) ? row.getString(2) + " since " + row.getString(3) : "");
        return holders.stream().filter(one -> !one.isEmpty()).findFirst().orElse(null);
    }

    @Override
    public void keep() throws SQLException {
        if (holder(isWritable() ? " FOR UPDATE" : "") != null) {
            throw new MarkedException();
        }
    }

    /** A role that may only read cannot lock the row; it may not create the guard either. */
    private boolean isWritable() throws SQLException {
        return table != null
                && connection.queryOne(
                        "SELECT pg_catalog.has_table_privilege(pg_catalog.to_regclass(?)::pg_catalog.oid, 'UPDATE')",
                        row -> row.getBoolean(1),
                        table.quoted());
    }
}
