/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.step;

import dev.retort.internal.jdbc.Backoff;
import dev.retort.internal.jdbc.Sleeper;
import dev.retort.internal.jdbc.statement.SqlState;
import dev.retort.run.StatementFailedException;
import dev.retort.settings.LockTimeouts;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries a piece of work again while it cannot get its locks, within a budget of time. */
public final class LockRetries {

    private static final Logger log = LoggerFactory.getLogger(LockRetries.class);

    private final LockTimeouts timeouts;
    private final Sleeper sleeper;

    public LockRetries(LockTimeouts timeouts, Sleeper sleeper) {
        this.timeouts = timeouts;
        this.sleeper = sleeper;
    }

    /** Work that leaves nothing behind when it fails. */
    @FunctionalInterface
    public interface Work {
        /** Does the work with this {@code lock_timeout}. */
        void run(Duration lockTimeout) throws SQLException;
    }

    /** Runs the work until it succeeds, fails for another reason than a lock, or the budget is spent. */
    public void run(String revision, Work work) throws SQLException {
        long deadline = System.nanoTime() + timeouts.retryFor().toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                work.run(timeouts.ofAttempt(attempt));
                return;
            } catch (SQLException | StatementFailedException e) {
                if (timeouts.isOff() || !isContention(e) || System.nanoTime() >= deadline || !pause(attempt)) {
                    throw e;
                }
                log.warn(
                        "Revision {} timed out waiting for a lock{}; trying again (attempt {})",
                        revision,
                        who(e),
                        attempt + 1);
            }
        }
    }

    private static String who(Exception e) {
        @Nullable
        String blockedBy = e instanceof StatementFailedException failed
                ? failed.statement().blockedBy()
                : null;
        return blockedBy == null ? "" : " held by " + blockedBy;
    }

    private static boolean isContention(Throwable error) {
        return SqlState.of(error).filter(SqlState::isLockContention).isPresent();
    }

    /** {@return false when the thread was interrupted: then the work is not tried again} */
    private boolean pause(int attempt) {
        try {
            sleeper.sleep(Backoff.ofLockRetries()
                    .after(attempt, ThreadLocalRandom.current().nextDouble()));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
