/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

import java.time.Duration;

/**
 * The timeouts of DDL that waits for table locks: short waits with retries, so that other sessions do not queue for long.
 *
 * @param initial the first {@code lock_timeout}, zero to wait without limit
 * @param maximum the largest {@code lock_timeout}
 * @param retryFor how long a step is tried again before it fails
 * @since 0.1
 */
public record LockTimeouts(Duration initial, Duration maximum, Duration retryFor) {

    /** {@return 500 ms growing to 3 s, tried for 5 minutes} */
    public static LockTimeouts defaults() {
        return new LockTimeouts(Duration.ofMillis(500), Duration.ofSeconds(3), Duration.ofMinutes(5));
    }

    /** {@return whether steps wait for table locks without limit} */
    public boolean isOff() {
        return initial.isZero();
    }

    /**
     * Computes the {@code lock_timeout} of an attempt: half as long again each time, up to the maximum.
     *
     * @param attempt the number of the attempt, counted from 1
     * @return the timeout in whole milliseconds; zero, which is no timeout, when {@link #isOff}
     */
    public Duration ofAttempt(int attempt) {
        if (isOff()) {
            return Duration.ZERO;
        }
        double grown = initial.toMillis() * Math.pow(1.5, attempt - 1);
        return Duration.ofMillis((long) Math.min(grown, (double) Math.max(maximum.toMillis(), initial.toMillis())));
    }
}
