/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How much to measure; no rounds leave a benchmark out.
 *
 * @param revisions how many revisions there are
 * @param starts in how many rounds services are started
 * @param caches in how many rounds services are started with an AOT cache, which takes JDK 25
 * @param upgrades in how many rounds revisions are applied
 * @param loads in how many rounds a graph is loaded
 * @param catalogs in how many rounds a catalog is read
 * @param lints in how many rounds revisions are judged
 * @param squawks whether {@code lint} is compared with squawk: 1, or 0 for not
 * @param rows how many rows the table has whose statements are estimated
 */
record Options(
        int revisions,
        int starts,
        int caches,
        int upgrades,
        int loads,
        int catalogs,
        int lints,
        int squawks,
        int rows) {

    private static final Set<String> NAMES = Set.of(
            "--revisions",
            "--starts",
            "--caches",
            "--upgrades",
            "--loads",
            "--catalogs",
            "--lints",
            "--squawks",
            "--rows");

    static Options parse(String[] arguments) {
        Map<String, Integer> values = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length != 2 || !NAMES.contains(parts[0])) {
                throw new IllegalArgumentException(
                        "Not known: " + argument + ". There are " + NAMES + ", each =<number>.");
            }
            values.put(parts[0], Integer.valueOf(parts[1]));
        }
        return new Options(
                values.getOrDefault("--revisions", 1000),
                values.getOrDefault("--starts", 11),
                values.getOrDefault("--caches", 11),
                values.getOrDefault("--upgrades", 7),
                values.getOrDefault("--loads", 11),
                values.getOrDefault("--catalogs", 11),
                values.getOrDefault("--lints", 5),
                values.getOrDefault("--squawks", 1),
                values.getOrDefault("--rows", 10_000_000));
    }
}
