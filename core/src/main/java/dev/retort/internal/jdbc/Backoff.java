/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import java.time.Duration;

/**
 * How long to wait before the next attempt: growing, capped, with jitter so that many waiters do not come back together.
 *
 * @param first the wait after the first attempt, before jitter
 * @param factor what each wait is multiplied by for the next
 * @param cap the longest wait, before jitter
 */
public record Backoff(Duration first, double factor, Duration cap) {

    /** {@return the back-off between attempts to take the migration lock} */
    public static Backoff ofLockPolls() {
        return new Backoff(Duration.ofMillis(50), 1.5, Duration.ofSeconds(2));
    }

    /** {@return the back-off between attempts of a step that could not get its table locks} */
    public static Backoff ofLockRetries() {
        return new Backoff(Duration.ofMillis(250), 1.7, Duration.ofSeconds(30));
    }

    /** {@return the back-off between attempts to connect} */
    public static Backoff ofConnects() {
        return new Backoff(Duration.ofSeconds(1), 2, Duration.ofSeconds(30));
    }

    /**
     * Computes a wait.
     *
     * @param attempt how many attempts failed, counted from 1
     * @param random a number in [0, 1)
     * @return between half of the wait and the whole of it
     */
    public Duration after(int attempt, double random) {
        double grown = (double) first.toNanos() * Math.pow(factor, attempt - 1);
        double capped = Math.min(grown, (double) cap.toNanos());
        return Duration.ofNanos((long) (capped * (0.5 + random / 2)));
    }
}
