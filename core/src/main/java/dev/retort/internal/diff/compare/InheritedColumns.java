/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Defaults and {@code NOT NULL} that a child table or a partition has for itself: a statement for the parent changes them too, so
 * they are set again after it.
 */
final class InheritedColumns {

    private final ComparedSchemas sides;
    private final RecreatedObjects recreated;

    InheritedColumns(ComparedSchemas sides, RecreatedObjects recreated) {
        this.sides = sides;
        this.recreated = recreated;
    }

    /** {@return a column of a child as the statements for its parents leave it} */
    Column afterParents(Table to, Column before) {
        Column above = ofParent(to, before.name());
        if (above == null) {
            return before;
        }
        Column storage = isChangedAbove(to, before.name(), Column::storage) ? above : before;
        Column statistics = isChangedAbove(to, before.name(), Column::statistics) ? above : before;
        return before.withStorage(storage.storage(), before.compression()).withStatistics(statistics.statistics());
    }

    /** {@return a column of a child as the statement leaves it that adds it to a parent} */
    @Nullable
    Column added(Table to, String name) {
        Column above = ofParent(to, name);
        return above == null
                ? null
                : above.withStorage(above.storage(), null).withGrants(List.of()).withComment(null);
    }

    private @Nullable Column ofParent(Table to, String name) {
        Table parent = parent(sides.to(), to, name);
        return parent == null ? null : parent.column(name).orElse(null);
    }

    private boolean isChangedAbove(Table to, String name, Function<Column, @Nullable Object> property) {
        Table parent = parent(sides.to(), to, name);
        Table before = parent == null ? null : sides.from().table(parent.name());
        Column old = before == null ? null : before.column(name).orElse(null);
        if (parent == null || old == null) {
            return false;
        }
        return !Objects.equals(
                        property.apply(old), property.apply(parent.column(name).orElseThrow()))
                || isChangedAbove(parent, name, property);
    }

    /** {@return the changes after which a column of a child has its own values again, after those of its parents} */
    List<AnnotatedOperation> changes(Table from, Table to, String name) {
        Column before = from.column(name).orElse(null);
        Column wanted = to.column(name).orElse(null);
        List<AnnotatedOperation> changes = new ArrayList<>();
        Column above = ofParent(to, name);
        if (wanted == null || above == null) {
            return changes;
        }
        ColumnValue value = before == null ? above.value() : valueBefore(to.name(), name);
        if (isPlain(value) && isPlain(wanted.value()) && !value.equals(wanted.value())) {
            changes.add(AnnotatedOperation.of(new AlterColumnValue(to.name(), name, value, wanted.value())));
        }
        boolean lost = losesNotNull(to, name);
        boolean isConstraint = sides.version().atLeast(18);
        boolean ownNotNull = wanted.isNotNull() && (!isParentNotNull(to, name) || (lost && !isConstraint));
        boolean wasNotNull = before != null && before.isNotNull();
        if (ownNotNull && lost == wasNotNull) {
            changes.add(AnnotatedOperation.of(new AlterColumnNullability(to.name(), name, null, wanted.notNull())));
        }
        boolean isLeft = before != null && (!lost || (isConstraint && !before.inherited()));
        if (before != null && isLeft && wasNotNull && !wanted.isNotNull()) {
            changes.add(AnnotatedOperation.of(new AlterColumnNullability(to.name(), name, before.notNull(), null)));
        }
        return changes;
    }

    /** {@return the changes after which a new child has what differs from its parents} */
    List<AnnotatedOperation> ofNew(Table table) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        for (Column column : table.columns()) {
            Column above = ofParent(table, column.name());
            if (above != null
                    && above.value() instanceof ColumnValue.Default
                    && column.value().equals(ColumnValue.NONE)) {
                changes.add(AnnotatedOperation.of(
                        new AlterColumnValue(table.name(), column.name(), above.value(), ColumnValue.NONE)));
            }
            boolean own = above != null && column.inherited() && column.isNotNull() && !above.isNotNull();
            if (own) {
                changes.add(AnnotatedOperation.of(
                        new AlterColumnNullability(table.name(), column.name(), null, column.notNull())));
            }
        }
        return changes;
    }

    private ColumnValue valueBefore(QualifiedName table, String column) {
        Table to = Objects.requireNonNull(sides.to().table(table));
        Table parent = parent(sides.to(), to, column);
        if (parent != null && isTouched(parent.name(), column)) {
            return parent.column(column).orElseThrow().value();
        }
        return current(table, column);
    }

    private ColumnValue current(QualifiedName table, String column) {
        Table from = sides.from().table(table);
        boolean dropped = recreated.contains(ObjectKey.of(ObjectKind.COLUMN, table, column));
        return from == null || dropped
                ? ColumnValue.NONE
                : from.column(column).map(Column::value).orElse(ColumnValue.NONE);
    }

    /** Whether a statement for the table, or for one above it, sets the default of a column. */
    private boolean isTouched(QualifiedName name, String column) {
        Table from = sides.from().table(name);
        Table to = sides.to().table(name);
        Column before = from == null ? null : from.column(column).orElse(null);
        Column wanted = to == null ? null : to.column(column).orElse(null);
        if (to == null || before == null || wanted == null) {
            return false;
        }
        Table parent = parent(sides.to(), to, column);
        boolean above = parent != null && isTouched(parent.name(), column);
        return above || !valueBefore(name, column).equals(wanted.value());
    }

    private boolean isParentNotNull(Table to, String column) {
        return parents(sides.to(), to, column)
                .anyMatch(parent -> parent.column(column).orElseThrow().isNotNull());
    }

    /**
     * Before 18 PostgreSQL takes {@code NOT NULL} from all tables below one that loses it, even from one with another parent
     * that keeps it; since then it takes the constraint of a child that has no other parent with it, and is not its own.
     */
    private boolean losesNotNull(Table to, String column) {
        return parents(sides.to(), to, column).anyMatch(parent -> {
            Table before = sides.from().table(parent.name());
            boolean lost = before != null
                    && before.column(column).map(Column::isNotNull).orElse(false)
                    && !parent.column(column).orElseThrow().isNotNull();
            return lost || losesNotNull(parent, column);
        });
    }

    private static boolean isPlain(ColumnValue value) {
        return value instanceof ColumnValue.Default || value.equals(ColumnValue.NONE);
    }

    private static @Nullable Table parent(Lookup side, Table table, String column) {
        return parents(side, table, column).findFirst().orElse(null);
    }

    private static Stream<Table> parents(Lookup side, Table table, String column) {
        Stream<QualifiedName> parents = table.partitionOf() == null
                ? table.inherits().stream()
                : Stream.of(table.partitionOf().parent());
        return parents.map(side::table)
                .filter(Objects::nonNull)
                .filter(parent -> parent.column(column).isPresent());
    }
}
