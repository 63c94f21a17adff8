/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Index;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Indexes and checks that are not made with their table: those that call a function over rows of just this table, because the
 * function needs it, and those that only a partitioned table has, because its partitions come first.
 */
public final class PartsOverRows {

    private final Table table;
    private final Set<ObjectKey> parts = new HashSet<>();

    public PartsOverRows(Lookup side, Table table) {
        this.table = table;
        Set<ObjectKey> seen = new HashSet<>();
        Deque<ObjectKey> queue = new ArrayDeque<>(List.of(table.key()));
        while (!queue.isEmpty()) {
            for (ObjectKey dependent : side.dependents(queue.remove())) {
                if (dependent.kind() == ObjectKind.FUNCTION && seen.add(dependent)) {
                    queue.add(dependent);
                }
            }
        }
        seen.forEach(function -> parts.addAll(side.dependents(function)));
    }

    public boolean has(Constraint constraint) {
        return constraint.name() != null
                && parts.contains(ObjectKey.of(ObjectKind.CONSTRAINT, table.name(), constraint.name()));
    }

    public boolean has(Index index) {
        return index.name() != null
                && (!index.valid()
                        || parts.contains(
                                ObjectKey.of(ObjectKind.INDEX, table.name().sibling(index.name()))));
    }

    /** {@return the table without them} */
    public Table without(Table bare) {
        return parts.isEmpty() && bare.indexes().stream().allMatch(Index::valid)
                ? bare
                : bare.withConstraints(bare.constraints().stream()
                                .filter(constraint -> !has(constraint))
                                .toList())
                        .withIndexes(bare.indexes().stream()
                                .filter(index -> !has(index))
                                .toList());
    }
}
