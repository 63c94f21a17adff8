/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.watch;

import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a long statement from a second session: which sessions block it, and the progress of an index build.
 *
 * <p>Blockers are visible only while the statement waits: after the error no session blocks it any more. The second
 * connection is opened when a statement first takes longer than {@link #PATIENCE}; most runs never need it. Without
 * one, the watcher says so once and sees nothing. One background thread, ended by {@link #close}.
 */
public final class Watcher implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Watcher.class);
    private static final Duration PATIENCE = Duration.ofMillis(150);
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final Duration TELLS = Duration.ofSeconds(1);
    private static final Duration REPORTS = Duration.ofSeconds(10);

    private static final String INDEX_BUILD = """
        SELECT phase, (CASE
            WHEN blocks_total OPERATOR(pg_catalog.>) 0
                THEN (100 OPERATOR(pg_catalog.*) blocks_done) OPERATOR(pg_catalog./) blocks_total
            WHEN tuples_total OPERATOR(pg_catalog.>) 0
                THEN (100 OPERATOR(pg_catalog.*) tuples_done) OPERATOR(pg_catalog./) tuples_total END)::integer
        FROM pg_catalog.pg_stat_progress_create_index WHERE pid OPERATOR(pg_catalog.=) ?
        """;

    private final ConnectionSource source;
    private final int backendPid;
    private final Consumer<WatchedStatement> observer;
    private final Object monitor = new Object();
    private final Thread thread;
    private @Nullable String statement;
    private @Nullable String blockers;
    private long startedAt;
    private long reported;
    private boolean closed;

    /**
     * Starts watching a session.
     *
     * @param source opens the second session
     * @param backendPid the process id of the session that is watched
     * @param observer called about once a second, on the watcher's thread, for a long statement
     */
    public Watcher(ConnectionSource source, int backendPid, Consumer<WatchedStatement> observer) {
        this.observer = observer;
        this.source = source;
        this.backendPid = backendPid;
        this.thread = new Thread(this::watch, "retort-watcher");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Says that a statement starts.
     *
     * @param description names the statement in log lines
     */
    public void begin(String description) {
        synchronized (monitor) {
            statement = description;
            blockers = null;
            startedAt = System.nanoTime();
        }
    }

    /** Says that the statement ended. What was seen of it stays until the next one begins. */
    public void end() {
        synchronized (monitor) {
            statement = null;
        }
    }

    /** {@return the sessions that blocked the statement at the last check; {@code null} if none were visible} */
    public @Nullable String blockers() {
        synchronized (monitor) {
            return blockers;
        }
    }

    @Override
    public void close() {
        synchronized (monitor) {
            closed = true;
            monitor.notifyAll();
        }
    }

    private void watch() {
        try {
            if (awaitSlowStatement()) {
                lookOn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException e) {
            log.warn(
                    "No second connection to watch the migration ({}): Retort cannot report which session blocks"
                            + " it",
                    e.getMessage());
        }
    }

    private void lookOn() throws SQLException, InterruptedException {
        try (MigrationConnection connection = source.tryOpen()) {
            reported = System.nanoTime();
            long lastReport = reported - TELLS.toNanos();
            while (awaitSlowStatement()) {
                look(connection);
                if (System.nanoTime() - lastReport >= TELLS.toNanos()) {
                    tell(connection);
                    lastReport = System.nanoTime();
                }
                pause();
            }
        }
    }

    /** Waits until a statement has run for longer than {@link #PATIENCE}; false when the run is over. */
    private boolean awaitSlowStatement() throws InterruptedException {
        synchronized (monitor) {
            while (!closed) {
                long left = PATIENCE.toNanos() - (System.nanoTime() - startedAt);
                if (statement != null && left <= 0) {
                    return true;
                }
                // The thread is not woken when a statement begins: most end before the first check.
                monitor.wait(statement == null ? PATIENCE.toMillis() / 2 : left / 1_000_000 + 1);
            }
            return false;
        }
    }

    private void pause() throws InterruptedException {
        synchronized (monitor) {
            long until = System.nanoTime() + INTERVAL.toNanos();
            for (long left = INTERVAL.toNanos(); !closed && left > 0; left = until - System.nanoTime()) {
                monitor.wait(left / 1_000_000 + 1);
            }
        }
    }

    private void look(MigrationConnection connection) throws SQLException {
        List<Blocker> seen = connection.query(Blocker.BLOCKERS, Blocker::read, backendPid);
        synchronized (monitor) {
            if (statement != null && !seen.isEmpty()) {
                blockers = seen.stream().map(Blocker::toString).collect(Collectors.joining(", "));
            }
        }
    }

    private void tell(MigrationConnection connection) throws SQLException {
        List<IndexBuild> builds = connection.query(
                INDEX_BUILD, row -> new IndexBuild(row.getString(1), row.getObject(2, Integer.class)), backendPid);
        WatchedStatement watched = watched(builds.isEmpty() ? IndexBuild.NONE : builds.get(0));
        if (watched == null) {
            return;
        }
        observer.accept(watched);
        if (System.nanoTime() - reported >= REPORTS.toNanos()) {
            log.info("{}", watched);
            reported = System.nanoTime();
        }
    }

    private record IndexBuild(
            @Nullable String phase, @Nullable Integer percent) {
        static final IndexBuild NONE = new IndexBuild(null, null);
    }

    private @Nullable WatchedStatement watched(IndexBuild build) {
        synchronized (monitor) {
            return statement == null
                    ? null
                    : new WatchedStatement(
                            statement,
                            Duration.ofNanos(System.nanoTime() - startedAt),
                            blockers,
                            build.phase(),
                            build.percent());
        }
    }
}
