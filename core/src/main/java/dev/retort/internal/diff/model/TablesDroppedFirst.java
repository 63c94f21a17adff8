/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.schema.Table;
import dev.retort.schema.name.Dependency;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Column;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Dropped tables that are in the way of a later statement of their script, and that nothing needs until then: a view takes the
 * name, or PostgreSQL does not change the type of a column while another table has a column of that row type.
 *
 * @param from the schema before
 * @param to the schema after
 */
public record TablesDroppedFirst(Lookup from, Lookup to) {

    private static final Set<ObjectKind> NESTED = Set.of(ObjectKind.TYPE, ObjectKind.DOMAIN);

    /** {@return whether a dropped table is dropped before anything is created} */
    public boolean contains(Table table) {
        return table.partitionOf() == null && (isViewLater(table) || hasChangedRows(table)) && isUnneeded(table);
    }

    private boolean isViewLater(Table table) {
        ObjectKey wanted = to.relation(table.name());
        return wanted != null && (wanted.kind() == ObjectKind.VIEW || wanted.kind() == ObjectKind.MATERIALIZED_VIEW);
    }

    private boolean hasChangedRows(Table table) {
        Set<ObjectKey> seen = new HashSet<>();
        Deque<ObjectKey> queue = new ArrayDeque<>();
        queue.add(table.key());
        while (!queue.isEmpty()) {
            ObjectKey holder = queue.remove();
            for (Dependency dependency : from.dependencies()) {
                ObjectKey needed = dependency.needed();
                boolean isOfHolder = from.owner(dependency.dependent()).equals(holder)
                        && dependency.dependent().kind() != ObjectKind.CONSTRAINT;
                if (isOfHolder && needed.kind() == ObjectKind.TABLE && isRetyped(needed)) {
                    return true;
                }
                if (isOfHolder && NESTED.contains(needed.kind()) && seen.add(needed)) {
                    queue.add(needed);
                }
            }
        }
        return false;
    }

    private boolean isRetyped(ObjectKey key) {
        Table before = from.table(key.name());
        Table after = to.table(key.name());
        return before != null
                && after != null
                && before.columns().stream().anyMatch(column -> isRetyped(column, after));
    }

    private static boolean isRetyped(Column before, Table after) {
        return after.column(before.name())
                .filter(column -> ColumnChanges.isRetyped(before, column))
                .isPresent();
    }

    private boolean isUnneeded(Table table) {
        return from.dependencies().stream()
                .filter(dependency -> isOf(table, dependency.needed()))
                .map(dependency -> from.owner(dependency.dependent()))
                .allMatch(dependent -> dependent.equals(table.key()) || isDroppedView(dependent));
    }

    /** Views are dropped before tables. */
    private boolean isDroppedView(ObjectKey key) {
        return (key.kind() == ObjectKind.VIEW || key.kind() == ObjectKind.MATERIALIZED_VIEW) && !to.has(key);
    }

    private boolean isOf(Table table, ObjectKey key) {
        return from.owner(key).equals(table.key());
    }
}
