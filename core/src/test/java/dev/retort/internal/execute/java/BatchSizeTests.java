/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchSizeTests {

    private static final Duration TARGET = Duration.ofMillis(100);

    private static int after(int first, Duration took) {
        BatchSize size = new BatchSize(first, TARGET);
        size.took(took);
        return size.keys();
    }

    @Test
    void followsTheTimeThatABatchTook() {
        assertThat(after(1000, TARGET)).isEqualTo(1000);
        assertThat(after(1000, Duration.ofMillis(80))).isEqualTo(1250);
        assertThat(after(1000, Duration.ofMillis(125))).isEqualTo(800);
    }

    @Test
    void isAtMostDoubledAndAtMostHalved() {
        assertThat(after(1000, Duration.ZERO)).isEqualTo(2000);
        assertThat(after(1000, Duration.ofHours(1))).isEqualTo(500);
    }

    @Test
    void staysBetweenOneKeyAndAMillion() {
        assertThat(after(1, Duration.ofHours(1))).isEqualTo(1);
        assertThat(after(900_000, Duration.ZERO)).isEqualTo(1_000_000);
    }
}
