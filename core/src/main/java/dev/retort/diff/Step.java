/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.schema.ObjectKey;
import java.util.Comparator;
import java.util.List;

/**
 * Changes that belong together and are put in order as one.
 *
 * @param rank its place among those that do not need each other
 * @param key the object or the part of a table that it is about
 * @param changes what it does, in order
 */
record Step(Rank rank, ObjectKey key, List<Change> changes) implements Comparable<Step> {

    private static final Comparator<Step> ORDER =
            Comparator.comparing(Step::rank).thenComparing(Step::key);

    Step {
        changes = List.copyOf(changes);
    }

    @Override
    public int compareTo(Step other) {
        return ORDER.compare(this, other);
    }
}
