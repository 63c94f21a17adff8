/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.internal.graph.SortedNames;
import java.util.Set;

/**
 * One revision that is applied or downgraded, with the version rows before and after.
 *
 * @param revision the revision that runs
 * @param direction which way
 * @param rowsBefore the version rows before the step
 * @param rowsAfter the version rows after it: exactly the applied revisions that are no ancestors of another applied
 *     revision
 * @since 0.1
 */
public record Step(Revision revision, Direction direction, Set<String> rowsBefore, Set<String> rowsAfter) {

    /**
     * Copies the rows in sorted order, so that output is deterministic.
     *
     * @param revision the revision that runs
     * @param direction which way
     * @param rowsBefore the version rows before the step
     * @param rowsAfter the version rows after it: exactly the applied revisions that are no ancestors of another
     *     applied revision
     */
    public Step {
        rowsBefore = SortedNames.of(rowsBefore);
        rowsAfter = SortedNames.of(rowsAfter);
    }
}
