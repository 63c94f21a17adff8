/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTests {

    private final Backoff backoff = new Backoff(Duration.ofMillis(100), 2, Duration.ofSeconds(1));

    @Test
    void growsFromTheFirstWait() {
        assertThat(backoff.after(1, 0)).isEqualTo(Duration.ofMillis(50));
        assertThat(backoff.after(2, 0)).isEqualTo(Duration.ofMillis(100));
        assertThat(backoff.after(4, 0)).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void isSpreadOverTheUpperHalf() {
        assertThat(backoff.after(1, 0.5)).isEqualTo(Duration.ofMillis(75));
        assertThat(backoff.after(1, Math.nextDown(1.0))).isBetween(Duration.ofMillis(99), Duration.ofMillis(100));
    }

    @Test
    void isCappedHoweverManyAttemptsFailed() {
        assertThat(backoff.after(5, 0)).isEqualTo(Duration.ofMillis(500));
        assertThat(backoff.after(Integer.MAX_VALUE, 0)).isEqualTo(Duration.ofMillis(500));
    }
}
