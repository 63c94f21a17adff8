/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.order;

import dev.retort.operation.AnnotatedOperation;
import dev.retort.schema.name.ObjectKey;
import java.util.Comparator;
import java.util.List;

/**
 * Changes that belong together and are put in order as one.
 *
 * @param rank its place among those that do not need each other
 * @param key the object or the part of a table that it is about
 * @param changes what it does, in order
 * @param needs what has to be made before beside what the schema itself says that it needs
 */
record DiffStep(Rank rank, ObjectKey key, List<AnnotatedOperation> changes, List<ObjectKey> needs)
        implements Comparable<DiffStep> {

    private static final Comparator<DiffStep> ORDER =
            Comparator.comparing(DiffStep::rank).thenComparing(DiffStep::key);

    DiffStep {
        changes = List.copyOf(changes);
        needs = List.copyOf(needs);
    }

    DiffStep(Rank rank, ObjectKey key, List<AnnotatedOperation> changes) {
        this(rank, key, changes, List.of());
    }

    @Override
    public int compareTo(DiffStep other) {
        return ORDER.compare(this, other);
    }
}
