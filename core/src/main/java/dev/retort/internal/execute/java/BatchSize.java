/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.java;

import java.time.Duration;

/** The number of keys of a batch, adjusted to the intended duration: at most doubled, at most halved. */
final class BatchSize {

    private static final int LARGEST = 1_000_000;

    private final Duration target;
    private int keys;

    BatchSize(int first, Duration target) {
        this.keys = first;
        this.target = target;
    }

    int keys() {
        return keys;
    }

    /** Learns how long a batch took. */
    void took(Duration time) {
        double factor = (double) target.toNanos() / Math.max(1, time.toNanos());
        double bounded = Math.max(0.5, Math.min(2.0, factor));
        keys = (int) Math.max(1, Math.min(LARGEST, Math.round(keys * bounded)));
    }
}
