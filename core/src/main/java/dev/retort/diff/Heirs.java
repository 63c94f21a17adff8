/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnValue;
import dev.retort.schema.ColumnValue.Default;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The columns that tables have from their parents: what is the table's own of them, a default and that it takes no nulls. A
 * statement for the parent reaches its heirs, and what they had of their own is gone then.
 */
record Heirs(Sides sides) {

    /** {@return the parents of a table: those that it inherits from, or whose partition it is} */
    static Stream<QualifiedName> parents(Table table) {
        return table.partitionOf() == null
                ? table.inherits().stream()
                : Stream.of(table.partitionOf().parent());
    }

    /** {@return what makes of an inherited column, as the statements for the parents leave it, what the heir wants} */
    List<Change> changes(Table from, Column before, Column wanted) {
        Column left = left(from, before);
        List<Change> changes = new ArrayList<>();
        if (isPlain(left.value()) && isPlain(wanted.value()) && !left.value().equals(wanted.value())) {
            changes.add(Change.of(new AlterColumnValue(from.name(), wanted.name(), left.value(), wanted.value())));
        }
        // since 18 it is a constraint, and one of the heir's own outlives the parent's
        boolean isSure = !sides.version().atLeast(18) || Objects.equals(left.notNull(), before.notNull());
        if (isSure && left.isNotNull() != wanted.isNotNull()) {
            AlterColumnNullability operation =
                    new AlterColumnNullability(from.name(), wanted.name(), left.notNull(), wanted.notNull());
            changes.add(
                    before.isNotNull()
                            ? Change.of(operation)
                            : Change.of(operation, Notes.nullsMustBeGone(from.name(), wanted.name())));
        }
        return changes;
    }

    /** {@return what gives a partition its own defaults back; all else of it is left alone} */
    List<Change> ofPartition(Table partition) {
        List<Change> changes = new ArrayList<>();
        for (Column column : partition.columns()) {
            ColumnValue left = left(partition, column).value();
            boolean isOwn = parentsBefore(partition, column)
                    .noneMatch(other -> other.value().equals(column.value()));
            if (isOwn && isPlain(left) && isPlain(column.value()) && !left.equals(column.value())) {
                changes.add(Change.of(new AlterColumnValue(partition.name(), column.name(), left, column.value())));
            }
        }
        return changes;
    }

    private Stream<Column> parentsBefore(Table table, Column column) {
        return parents(table)
                .map(sides.from()::table)
                .filter(Objects::nonNull)
                .flatMap(parent -> parent.column(column.name()).stream());
    }

    private static boolean isPlain(ColumnValue value) {
        return value instanceof Default || value.equals(ColumnValue.NONE);
    }

    private Column left(Table heir, Column column) {
        Column left = column;
        for (QualifiedName name : parents(heir).toList()) {
            Table from = sides.from().table(name);
            Table to = sides.to().table(name);
            Column before = from == null ? null : from.column(column.name()).orElse(null);
            Column after = to == null ? null : to.column(column.name()).orElse(null);
            if (from != null && before != null && after != null) {
                Column reached = left(from, before);
                left = reached(left, before, reached);
                left = from.partitionOf() == null ? reached(left, reached, after) : left;
            }
        }
        return left;
    }

    /** A statement that changes a parent's column changes the heir's alike. */
    private static Column reached(Column heir, Column before, Column after) {
        boolean valueIsSet = !before.value().equals(after.value()) || ColumnFate.isRetyped(before, after);
        Column column = valueIsSet ? heir.withValue(after.value()) : heir;
        return Objects.equals(before.notNull(), after.notNull()) ? column : column.withNotNull(after.notNull());
    }
}
