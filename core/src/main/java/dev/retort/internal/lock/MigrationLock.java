/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lock;

import dev.retort.internal.jdbc.Backoff;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.Sleeper;
import dev.retort.internal.jdbc.statement.SessionChangedException;
import dev.retort.internal.jdbc.watch.Blocker;
import dev.retort.run.LockNotAcquiredException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The migration lock: a session advisory lock that is polled.
 *
 * <p>Retort never waits for it in the server: a session blocked in {@code pg_advisory_lock} holds a snapshot, for which
 * a concurrent index build of the holder would wait for ever. Never bound to a transaction. It ends with its session,
 * whatever happens to the process.
 */
public final class MigrationLock {

    private static final Logger log = LoggerFactory.getLogger(MigrationLock.class);
    private static final Duration REPORTS = Duration.ofSeconds(10);

    private static final String HOLDER = "SELECT " + Blocker.COLUMNS + """
         FROM pg_catalog.pg_locks AS l
        JOIN pg_catalog.pg_stat_activity AS a ON a.pid OPERATOR(pg_catalog.=) l.pid
        WHERE\s""";

    private final MigrationConnection connection;
    private final LockKey key;
    private final Sleeper sleeper;
    private final LongSupplier clock;
    private final BiConsumer<Duration, String> waits;

    /**
     * Creates a lock that is not yet taken.
     *
     * @param connection the session that will hold it
     * @param key its key
     * @param sleeper waits between polls
     * @param waits called at once, and then every ten seconds, with the duration of the wait and the holder of the lock
     */
    public MigrationLock(
            MigrationConnection connection, LockKey key, Sleeper sleeper, BiConsumer<Duration, String> waits) {
        this(connection, key, sleeper, System::nanoTime, waits);
    }

    MigrationLock(
            MigrationConnection connection,
            LockKey key,
            Sleeper sleeper,
            LongSupplier clock,
            BiConsumer<Duration, String> waits) {
        this.connection = connection;
        this.key = key;
        this.sleeper = sleeper;
        this.clock = clock;
        this.waits = waits;
    }

    /** A condition, for a {@code WHERE} or {@code SELECT}, that this session holds the lock; takes no parameters. */
    public String heldCondition() {
        return key.heldCondition();
    }

    /** {@return whether the session holds the lock now} */
    public boolean isHeld() throws SQLException {
        return connection.queryOne("SELECT " + heldCondition(), row -> row.getBoolean(1));
    }

    /**
     * Takes the lock.
     *
     * @param limit how long to wait for another holder; {@code null} as long as it lives
     * @throws LockNotAcquiredException when the limit is over
     */
    public void acquire(@Nullable Duration limit) throws SQLException {
        long start = clock.getAsLong();
        long reported = start - REPORTS.toNanos();
        for (int attempt = 1; !tryAcquire(); attempt++) {
            long now = clock.getAsLong();
            if (limit != null && now - start >= limit.toNanos()) {
                throw new LockNotAcquiredException(holder());
            }
            if (now - reported >= REPORTS.toNanos() && report(Duration.ofNanos(now - start))) {
                reported = now;
            }
            sleeper.await(
                    Backoff.ofLockPolls()
                            .after(attempt, ThreadLocalRandom.current().nextDouble()),
                    "the migration lock");
        }
    }

    /** {@return whether the holder was seen; it may have released the lock since} */
    private boolean report(Duration waited) throws SQLException {
        String holder = holder();
        if (holder == null) {
            return false;
        }
        waits.accept(waited, holder);
        return true;
    }

    private boolean tryAcquire() throws SQLException {
        return key.advisory().tryTake(connection);
    }

    /** {@return the session that holds the lock; {@code null} when none can be seen} */
    private @Nullable String holder() throws SQLException {
        List<Blocker> holders = connection.query(HOLDER + key.holderCondition(), Blocker::read);
        return holders.isEmpty() ? null : holders.get(0).toString();
    }

    /** Releases the lock; a session that turns out not to hold it is closed. */
    public void release() {
        try {
            if (!key.advisory().release(connection)) {
                log.warn("The migration lock was lost before its release; closing the session");
                connection.retire();
            }
        } catch (SQLException | SessionChangedException e) {
            log.debug("The migration lock could not be released; closing the session", e);
            connection.retire();
        }
    }
}
