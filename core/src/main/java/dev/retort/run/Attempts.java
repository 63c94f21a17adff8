/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.jdbc.Backoff;
import dev.retort.jdbc.LockTimeouts;
import dev.retort.jdbc.Sleeper;
import dev.retort.jdbc.SqlState;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries a piece of work again while it cannot get its locks, within a budget of time. */
final class Attempts {

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);

    private final LockTimeouts timeouts;
    private final Sleeper sleeper;

    Attempts(LockTimeouts timeouts, Sleeper sleeper) {
        this.timeouts = timeouts;
        this.sleeper = sleeper;
    }

    /** Work that leaves nothing behind when it fails. */
    @FunctionalInterface
    interface Work {
        /** Does the work with this {@code lock_timeout}. */
        void run(Duration lockTimeout) throws SQLException;
    }

    /** Runs the work until it succeeds, fails for another reason than a lock, or the budget is spent. */
    void run(String revision, Work work) throws SQLException {
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
                        "Revision {} could not get its locks{}; trying again (attempt {})",
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
        return blockedBy == null ? "" : " from " + blockedBy;
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
