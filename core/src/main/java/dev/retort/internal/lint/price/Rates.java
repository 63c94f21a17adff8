/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.price;

import dev.retort.lint.Estimate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The rates at which a database reads and writes its tables.
 *
 * @param reading of passes that check rows
 * @param writing of passes that write the table again, build an index or look rows up, in bytes of the table
 */
public record Rates(Rate reading, Rate writing) {

    private static final double MEGABYTE = 1024.0 * 1024.0;
    /** Less fits into caches and says little. */
    private static final double LEAST = 8;

    private static final int SEVERAL = 3;

    /** The rates of common disks. */
    public static final Rates COMMON = new Rates(new Rate(250, 1500, 0), new Rate(40, 200, 0));

    /**
     * Megabytes of table a second.
     *
     * @param slow the least
     * @param fast the most
     * @param samples how many statements it was learned from; 0 for none
     */
    public record Rate(double slow, double fast, int samples) {

        /** {@return how long a pass over so many bytes takes} */
        Estimate of(long bytes) {
            return new Estimate(duration(bytes, fast), duration(bytes, slow));
        }

        private static Duration duration(long bytes, double rate) {
            return Duration.ofMillis((long) (bytes / MEGABYTE / rate * 1000));
        }

        /** Few statements say less than several: the range is wider then. */
        private static Rate learned(List<Double> samples, Rate otherwise) {
            if (samples.isEmpty()) {
                return otherwise;
            }
            double margin = samples.size() < SEVERAL ? 2 : 1.25;
            double least = samples.stream().mapToDouble(one -> one).min().orElseThrow();
            double most = samples.stream().mapToDouble(one -> one).max().orElseThrow();
            return new Rate(least / margin, most * margin, samples.size());
        }

        private static String shown(double rate) {
            return String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%.0f", rate);
        }

        private String inSentence(String what) {
            return samples == 0
                    ? ""
                    : "%s %s-%s MB/s (%d %s)"
                            .formatted(
                                    what, shown(slow), shown(fast), samples, samples == 1 ? "statement" : "statements");
        }
    }

    /**
     * Learns from statements that ran.
     *
     * @param work what the history has of them: kind, passes, bytes of a pass, milliseconds, table
     */
    public static Rates learned(List<String> work) {
        List<Double> read = new ArrayList<>();
        List<Double> written = new ArrayList<>();
        for (String one : work) {
            String[] parts = one.split(" ", 5);
            sample(parts).ifPresent(rate -> (parts[0].equals("SCAN") ? read : written).add(rate));
        }
        return new Rates(Rate.learned(read, COMMON.reading), Rate.learned(written, COMMON.writing));
    }

    /** Empty for what a newer build may write differently. */
    private static OptionalDouble sample(String[] parts) {
        if (parts.length < 5 || !(parts[1] + parts[2] + parts[3]).matches("[0-9]{3,40}")) {
            return OptionalDouble.empty();
        }
        double megabytes = Double.parseDouble(parts[1]) * Double.parseDouble(parts[2]) / MEGABYTE;
        double seconds = Double.parseDouble(parts[3]) / 1000;
        return megabytes < LEAST || seconds <= 0 ? OptionalDouble.empty() : OptionalDouble.of(megabytes / seconds);
    }

    /** {@return a sentence about where they come from} */
    public String describe() {
        List<String> learned = new ArrayList<>(
                List.of(reading.inSentence("reading at"), writing.inSentence("writing and building indexes at")));
        learned.removeIf(String::isEmpty);
        return learned.isEmpty()
                ? "Estimates use the rates of common disks: no statement in the history of this database took long"
                        + " enough to learn others from."
                : "Estimates use rates learned from this database: " + String.join(", ", learned) + ".";
    }
}
