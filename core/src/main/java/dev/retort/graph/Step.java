/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.internal.graph.SortedNames;
import java.util.Set;

/**
 * One revision applied or taken back, and the version rows around it.
 *
 * @param revision the revision that runs
 * @param direction which way
 * @param rowsBefore the version rows before the step
 * @param rowsAfter the version rows after it: exactly the applied revisions that no other applied revision stands upon
 * @since 0.1
 */
public record Step(Revision revision, Direction direction, Set<String> rowsBefore, Set<String> rowsAfter) {

    /**
     * Copies the rows in sorted order, so that output is deterministic.
     *
     * @param revision the revision that runs
     * @param direction which way
     * @param rowsBefore the version rows before the step
     * @param rowsAfter the version rows after it: exactly the applied revisions that no other applied revision stands
     *     upon
     */
    public Step {
        rowsBefore = SortedNames.of(rowsBefore);
        rowsAfter = SortedNames.of(rowsAfter);
    }
}
