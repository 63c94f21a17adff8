/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.internal.graph.SortedNames;
import java.util.List;
import java.util.Set;

/**
 * The steps from one set of version rows to another.
 *
 * @param rowsBefore the version rows at the start
 * @param steps the steps in the order in which they run; empty when there is nothing to do
 * @param rowsAfter the version rows at the end
 * @since 0.1
 */
public record Plan(Set<String> rowsBefore, List<Step> steps, Set<String> rowsAfter) {

    /**
     * Copies everything: a plan never changes.
     *
     * @param rowsBefore the version rows at the start
     * @param steps the steps in the order in which they run; empty when there is nothing to do
     * @param rowsAfter the version rows at the end
     */
    public Plan {
        rowsBefore = SortedNames.of(rowsBefore);
        steps = List.copyOf(steps);
        rowsAfter = SortedNames.of(rowsAfter);
    }
}
