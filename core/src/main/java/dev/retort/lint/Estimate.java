/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import java.time.Duration;

/**
 * An estimated duration, as a range.
 *
 * @param low what a fast disk needs
 * @param high what a slow or busy one needs
 * @since 0.1
 */
public record Estimate(Duration low, Duration high) implements Comparable<Estimate> {

    /** Takes no time worth a number. */
    public static final Estimate NONE = new Estimate(Duration.ZERO, Duration.ZERO);

    /**
     * {@return the two after one another}
     *
     * @param other what takes place after this
     */
    public Estimate plus(Estimate other) {
        return new Estimate(low.plus(other.low), high.plus(other.high));
    }

    /** {@return such as {@code 2-4 min} or {@code under 1 s}} */
    @Override
    public String toString() {
        if (high.toMillis() < 1000) {
            return "under 1 s";
        }
        long seconds = high.toSeconds();
        if (seconds < 120) {
            return range(low.toMillis() / 1000.0, high.toMillis() / 1000.0, "s");
        }
        return seconds < 7200
                ? range(low.toSeconds() / 60.0, seconds / 60.0, "min")
                : range(low.toSeconds() / 3600.0, seconds / 3600.0, "h");
    }

    /** {@return the range after the word for} */
    public String inSentence() {
        String range = toString();
        return range.startsWith("under") ? range : "about " + range;
    }

    private static String range(double from, double to, String unit) {
        long first = (long) Math.floor(from);
        long last = (long) Math.ceil(to);
        return first == last ? last + " " + unit : (first == 0 ? "under " : first + "-") + last + " " + unit;
    }

    /** Orders by the high end. */
    @Override
    public int compareTo(Estimate other) {
        return high.compareTo(other.high);
    }
}
