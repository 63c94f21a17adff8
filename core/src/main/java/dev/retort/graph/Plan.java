/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The steps from one set of version rows to another.
 *
 * @param rowsBefore the version rows at the start
 * @param steps the steps in the order in which they run; empty when there is nothing to do
 * @param rowsAfter the version rows at the end
 */
public record Plan(Set<String> rowsBefore, List<Step> steps, Set<String> rowsAfter) {

    /** Copies everything: a plan never changes. */
    public Plan {
        rowsBefore = Collections.unmodifiableSet(new TreeSet<>(rowsBefore));
        steps = List.copyOf(steps);
        rowsAfter = Collections.unmodifiableSet(new TreeSet<>(rowsAfter));
    }
}
