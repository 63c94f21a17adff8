/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a contest measured.
 *
 * @param rounds how many rounds there were
 * @param times the times of each contestant, by name, in the order of its rounds
 */
record Timings(int rounds, Map<String, List<Duration>> times) {

    Timings {
        times = Collections.unmodifiableMap(new LinkedHashMap<>(times));
    }

    /** {@return the median of a contestant in milliseconds; of two in the middle, their mean; of none, no number} */
    double median(String name) {
        List<Duration> sorted = sorted(name);
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int middle = sorted.size() / 2;
        double upper = milliseconds(sorted.get(middle));
        return sorted.size() % 2 == 1 ? upper : (milliseconds(sorted.get(middle - 1)) + upper) / 2;
    }

    private List<Duration> sorted(String name) {
        return times.getOrDefault(name, List.of()).stream().sorted().toList();
    }

    private static double milliseconds(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    /**
     * Makes a table with a row for each contestant, which says so when rounds were lost.
     *
     * @param baseline the contestant that differences and ratios are to
     */
    String table(String baseline) {
        StringBuilder table = new StringBuilder();
        table.append("| | median | fastest | slowest | difference | ratio |\n|---|---:|---:|---:|---:|---:|\n");
        for (String name : times.keySet()) {
            List<Duration> sorted = sorted(name);
            if (sorted.isEmpty()) {
                table.append("| ").append(name).append(", failed in all rounds | | | | | |\n");
                continue;
            }
            double median = median(name);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f ms | %.0f ms | %.0f ms | %+.0f ms | %.2f |%n",
                    sorted.size() == rounds ? name : name + ", failed in " + (rounds - sorted.size()) + " rounds",
                    median,
                    milliseconds(sorted.get(0)),
                    milliseconds(sorted.get(sorted.size() - 1)),
                    median - median(baseline),
                    median / median(baseline)));
        }
        return table.toString();
    }
}
