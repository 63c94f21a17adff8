/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.schema.Table;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.Trigger;
import org.jspecify.annotations.Nullable;

/** Columns of partitions that the model does not know and that stay: what their parent gives them, or what is their own. */
final class PartitionColumns {

    private final Lookup database;
    private final Lookup model;

    PartitionColumns(Lookup database, Lookup model) {
        this.database = database;
        this.model = model;
    }

    /** {@return a partition that the model does not know, with the defaults that come from its parent} */
    Table unknown(Table there) {
        Table before = there.partitionOf() == null
                ? null
                : database.table(there.partitionOf().parent());
        Table after = before == null ? null : settled(before);
        if (before == null || after == null) {
            return there;
        }
        return there.withColumns(there.columns().stream()
                        .map(column -> given(
                                column,
                                before.column(column.name()).orElse(null),
                                after.column(column.name()).orElse(null)))
                        .toList())
                .withTriggers(there.triggers().stream()
                        .filter(trigger -> !trigger.isOfParent() || isOther(after, trigger))
                        .toList());
    }

    /** Whether a table above still has a trigger that fires in another way. */
    private boolean isOther(Table after, Trigger own) {
        for (Table above = after; above != null; above = above(above)) {
            for (Trigger trigger : above.triggers()) {
                if (trigger.name().equals(own.name())) {
                    return trigger.enabled() != own.enabled();
                }
            }
        }
        return false;
    }

    private @Nullable Table above(Table table) {
        Table parent = table.partitionOf() == null
                ? null
                : database.table(table.partitionOf().parent());
        return parent == null ? null : settled(parent);
    }

    private @Nullable Table settled(Table parent) {
        Table wanted = model.table(parent.name());
        return wanted == null ? unknown(parent) : wanted;
    }

    private static Column given(Column own, @Nullable Column before, @Nullable Column after) {
        if (before == null || after == null) {
            return own;
        }
        Column column = own;
        if (own.value().equals(before.value()) && isPlain(own.value()) && isPlain(after.value())) {
            column = column.withValue(after.value());
        }
        return own.isNotNull() == before.isNotNull() ? column.withNotNull(after.notNull()) : column;
    }

    private static boolean isPlain(ColumnValue value) {
        return value instanceof ColumnValue.Default || value.equals(ColumnValue.NONE);
    }
}
