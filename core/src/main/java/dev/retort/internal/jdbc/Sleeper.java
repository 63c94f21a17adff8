/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import dev.retort.internal.jdbc.statement.DatabaseException;
import java.sql.SQLException;
import java.time.Duration;

/** Waits; injected so that tests need not. */
@FunctionalInterface
public interface Sleeper {

    /** Waits on the calling thread. */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * Waits, and takes an interruption for the end of what is waited for; the thread stays interrupted.
     *
     * @param what what is waited for, as the subject of the error's sentence
     * @throws DatabaseException when the thread is interrupted
     */
    default void await(Duration duration, String what) {
        try {
            sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(
                    "Waiting for " + what + " was interrupted.", new SQLException("The thread was interrupted.", e));
        }
    }

    /** {@return a sleeper that really sleeps} */
    static Sleeper system() {
        return duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
    }
}
