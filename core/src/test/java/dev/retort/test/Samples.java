/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Tests with very many cases check a sample of them in the default run, the same in each, and all of them with
 * {@code -Pnightly}. Such a test has the tag {@value #TAG}.
 */
public final class Samples {

    /** The tag of tests that check more with {@code -Pnightly}. */
    public static final String TAG = "sampled";

    private static final boolean ALL = Boolean.getBoolean("tests.all");

    private Samples() {}

    /**
     * Picks one case in several.
     *
     * @param <T> their type
     * @param step how far the picked cases are apart
     * @param first the index of the first
     * @param cases all cases
     * @return the sample
     */
    public static <T> Stream<T> every(int step, int first, Stream<T> cases) {
        AtomicInteger index = new AtomicInteger();
        return cases.filter(any -> {
            int place = index.getAndIncrement();
            return ALL || place % step == first % step;
        });
    }

    /**
     * Tells how often a property is tried.
     *
     * @param few in the default run
     * @param many with {@code -Pnightly}
     * @return the number of this run
     */
    public static int tries(int few, int many) {
        return ALL ? many : few;
    }
}
