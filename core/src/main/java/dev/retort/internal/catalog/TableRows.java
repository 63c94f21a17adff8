/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Digests of the rows of tables and of the positions of sequences.
 *
 * @param digests a digest of the rows of each table, and the position of each sequence, by quoted name
 * @param columns a digest of each column of each table, by name and type; sequences have none
 */
public record TableRows(Map<String, String> digests, Map<String, Map<String, String>> columns) {

    /**
     * Compares the tables and sequences that both databases have.
     *
     * @param other what another database holds
     * @return those that differ, by name
     */
    public List<RowDifference> differencesFrom(TableRows other) {
        List<RowDifference> differences = new ArrayList<>();
        digests.forEach((table, digest) -> {
            String found = other.digests.get(table);
            if (found != null && !found.equals(digest)) {
                differences.add(new RowDifference(
                        table, !columns.containsKey(table), digest, found, differingColumns(table, other)));
            }
        });
        return differences;
    }

    private Set<String> differingColumns(String table, TableRows other) {
        Map<String, String> found = other.columns.getOrDefault(table, Map.of());
        Set<String> differing = new TreeSet<>();
        columns.getOrDefault(table, Map.of()).forEach((column, digest) -> {
            if (!digest.equals(found.get(column))) {
                differing.add(column);
            }
        });
        boolean named = differing.stream()
                .anyMatch(column -> !column.equals(RowDifference.COMBINATION) && !RowDifference.isOfEachRun(column));
        if (named) {
            differing.remove(RowDifference.COMBINATION);
        }
        return differing;
    }
}
