/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.jdbc;

import java.time.Duration;

/**
 * How DDL waits for the locks of tables: short waits, tried again, so that the queue behind it never grows long.
 *
 * @param initial the first {@code lock_timeout}, zero to wait without limit
 * @param maximum what it grows to
 * @param retryFor how long a step is tried again before it fails
 */
public record LockTimeouts(Duration initial, Duration maximum, Duration retryFor) {

    /** {@return 500 ms growing to 3 s, tried for 5 minutes} */
    public static LockTimeouts defaults() {
        return new LockTimeouts(Duration.ofMillis(500), Duration.ofSeconds(3), Duration.ofMinutes(5));
    }
}
