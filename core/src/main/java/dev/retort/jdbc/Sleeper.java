/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.jdbc;

import java.time.Duration;

/** Waits; injected so that tests need not. */
@FunctionalInterface
public interface Sleeper {

    /** Waits on the calling thread. */
    void sleep(Duration duration) throws InterruptedException;

    /** {@return a sleeper that really sleeps} */
    static Sleeper system() {
        return duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
    }
}
