/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.Operation;
import dev.retort.schema.Table;
import dev.retort.schema.name.DefaultNames;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Columns that a child table keeps while its parents drop them, and columns of a child table that its parents get: PostgreSQL drops a column
 * of a parent from the child tables that have it only from there, unless the statement is for {@code ONLY} the parent.
 */
public final class ColumnInheritance {

    private final ComparedSchemas sides;

    public ColumnInheritance(ComparedSchemas sides) {
        this.sides = sides;
    }

    /** {@return whether a parent or the table of a partition has the column too, which then changes with the parent's} */
    public static boolean inherits(Table table, String column, Lookup side) {
        return !parents(table, column, side).isEmpty();
    }

    private static List<Table> parents(Table table, String column, Lookup side) {
        Stream<QualifiedName> parents = table.partitionOf() == null
                ? table.inherits().stream()
                : Stream.of(table.partitionOf().parent());
        return parents.map(side::table)
                .filter(Objects::nonNull)
                .filter(parent -> parent.column(column).isPresent())
                .toList();
    }

    /** {@return whether a child table keeps a column that its parents drop} */
    public boolean isKept(Table from, Table to, String column) {
        return inherits(from, column, sides.from())
                && to.column(column).isPresent()
                && !inherits(to, column, sides.to());
    }

    /** {@return whether the column has to be dropped from this table alone, because a table below it keeps it} */
    public boolean isDroppedFromOnly(Table from, String column) {
        return children(from).anyMatch(child -> {
            Table to = sides.to().table(child.name());
            Column before = child.column(column).orElse(null);
            if (to == null || before == null || inherits(to, column, sides.to())) {
                return false;
            }
            return to.column(column).isPresent() || (before.inherited() && isDroppedFromOnly(child, column));
        });
    }

    private Stream<Table> children(Table parent) {
        return sides.from().schema().tables().stream()
                .filter(table -> table.inherits().contains(parent.name()));
    }

    /** {@return whether no statement for a parent drops the column of a table, which the model's table does not have} */
    public boolean isDroppedItself(Table from, Table to, Column column) {
        List<Table> parents = parents(from, column.name(), sides.from());
        if (parents.isEmpty()) {
            return true;
        }
        boolean stays =
                !column.inherited() || parents.stream().anyMatch(parent -> isDroppedFromOnly(parent, column.name()));
        return from.partitionOf() == null && stays && !inherits(to, column.name(), sides.to());
    }

    /**
     * {@return a column that a child table keeps, with the {@code NOT NULL} that {@link #ownNotNull} gives it}
     */
    public Column kept(Table from, Table to, Column before) {
        Column wanted = to.column(before.name()).orElseThrow();
        return isKept(from, to, before.name()) && hasNotNullOfParent(before, wanted)
                ? before.withNotNull(wanted.notNull())
                : before;
    }

    /** {@return what makes the {@code NOT NULL} of a column that a child table keeps one that is not inherited, under its default name} */
    public List<AnnotatedOperation> ownNotNull(Table from, Table to, Column before) {
        Column wanted = to.column(before.name()).orElseThrow();
        return isKept(from, to, before.name()) && hasNotNullOfParent(before, wanted)
                ? List.of(
                        AnnotatedOperation.of(
                                new AlterColumnNullability(to.name(), before.name(), before.notNull(), null)),
                        AnnotatedOperation.of(
                                new AlterColumnNullability(to.name(), before.name(), null, wanted.notNull())))
                : List.of();
    }

    /** Since 18 it is a constraint, and a child's has the name of the parent's. */
    private boolean hasNotNullOfParent(Column before, Column wanted) {
        return sides.version().atLeast(18) && before.inherited() && before.isNotNull() && wanted.isNotNull();
    }

    /**
     * {@return the operation that drops a column}
     *
     * @param from the table
     * @param column the column
     */
    public DropColumn dropping(Table from, Column column) {
        if (!isDroppedFromOnly(from, column.name())) {
            return DropColumn.of(from.name(), column);
        }
        NotNull notNull = column.notNull();
        if (!sides.version().atLeast(18) || notNull == null) {
            return DropColumn.only(from.name(), column);
        }
        return DropColumn.only(from.name(), column.withNotNull(named(from, column.name(), notNull)));
    }

    /** {@return the constraint under its name; PostgreSQL gives it another one if a constraint of another table has it} */
    public static NotNull named(Table table, String column, NotNull notNull) {
        return notNull.name() != null
                ? notNull
                : new NotNull(
                        DefaultNames.of(table.name().name(), column, "not_null"),
                        notNull.noInherit(),
                        notNull.validated());
    }

    /** {@return whether a child has the constraint of a column already, perhaps under the name that a parent's is given} */
    public boolean isNotNullBelow(Table table, String column) {
        return sides.version().atLeast(18)
                && children(table)
                        .anyMatch(child ->
                                child.column(column).filter(Column::isNotNull).isPresent());
    }

    /**
     * {@return the operations that add a column: {@code NOT NULL} is separate where child tables have the column, since without a
     * reversal it would stay inherited there}
     *
     * @param to the table
     * @param column the column
     */
    public List<Operation> adding(Table to, Column column) {
        boolean separate = sides.version().atLeast(18)
                && column.isNotNull()
                && !(column.value() instanceof ColumnValue.Identity)
                && joinedBelow(to).stream().anyMatch(key -> column.name().equals(key.detail()));
        return separate
                ? List.of(
                        AddColumn.of(to.name(), column.withNotNull(null)),
                        new AlterColumnNullability(to.name(), column.name(), null, column.notNull()))
                : List.of(AddColumn.of(to.name(), named(to, column)));
    }

    private Column named(Table table, Column column) {
        NotNull notNull = column.notNull();
        return notNull != null && isNotNullBelow(table, column.name())
                ? column.withNotNull(named(table, column.name(), notNull))
                : column;
    }

    /** {@return the columns of the parents that have to be dropped before this one can be} */
    public List<ObjectKey> droppedAbove(Table from, String column) {
        return parents(from, column, sides.from()).stream()
                .map(parent -> ObjectKey.of(ObjectKind.COLUMN, parent.name(), column))
                .toList();
    }

    /** {@return whether the parents of a child table get a column that it has} */
    public boolean isJoined(Table from, Table to, String column) {
        return from.column(column).isPresent()
                && to.partitionOf() == null
                && !inherits(from, column, sides.from())
                && inherits(to, column, sides.to());
    }

    /** {@return the columns of child tables that have to be as the model says before this table gets them} */
    public List<ObjectKey> joinedBelow(Table to) {
        return sides.to().schema().tables().stream()
                .filter(table -> table.inherits().contains(to.name()))
                .flatMap(this::joinedColumns)
                .toList();
    }

    private Stream<ObjectKey> joinedColumns(Table to) {
        Table from = sides.from().table(to.name());
        return from == null
                ? Stream.of()
                : to.columns().stream()
                        .map(Column::name)
                        .filter(column -> isJoined(from, to, column))
                        .map(column -> ObjectKey.of(ObjectKind.COLUMN, to.name(), column));
    }

    /**
     * {@return whether a child table changes a column that it keeps in a way that PostgreSQL refuses while the parent has it}
     */
    public boolean isChangedBelow(Table parent, String column) {
        return children(parent).anyMatch(child -> {
            Table to = sides.to().table(child.name());
            Column before = child.column(column).orElse(null);
            if (to == null || before == null) {
                return false;
            }
            boolean changes = isKept(child, to, column)
                    && isRestricted(before, to.column(column).orElseThrow());
            return changes || isChangedBelow(child, column);
        });
    }

    private boolean isRestricted(Column before, Column wanted) {
        return ColumnChanges.isRetyped(before, wanted)
                || hasNotNullOfParent(before, wanted)
                || !Objects.equals(before.notNull(), wanted.notNull())
                || !Objects.equals(ColumnChanges.generation(before), ColumnChanges.generation(wanted));
    }
}
