/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.operation.ColumnType;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnValue;
import dev.retort.schema.ColumnValue.Default;
import dev.retort.schema.ColumnValue.Identity;
import dev.retort.schema.DefaultNames;
import dev.retort.schema.NotNull;
import dev.retort.schema.ObjectKey;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares one column that stays what it is: type, nullability, default, storage, comment. */
final class ColumnComparison {

    private final Sides sides;
    private final Remade remade;
    private final Casts casts;
    private final Counting counting;

    ColumnComparison(Sides sides, Remade remade, Counting counting) {
        this.sides = sides;
        this.remade = remade;
        this.casts = new Casts(sides.from(), sides.to());
        this.counting = counting;
    }

    /** {@return the changes of a column, in an order that PostgreSQL accepts} */
    List<Change> changes(Table table, Column from, Column to, boolean inherits) {
        List<Change> changes = new ArrayList<>();
        ColumnValue value = inherits ? from.value() : takeOff(table, from, to, changes);
        boolean retyped = ColumnFate.isRetyped(from, to);
        if (retyped && !inherits) {
            changes.add(type(table.name(), from, to));
        }
        if (!inherits && from.notNull() == null && to.notNull() != null) {
            changes.add(notNull(table, from, to));
        }
        if (!inherits) {
            changes.addAll(value(table, value, to));
        }
        if (!inherits && from.notNull() != null && !from.notNull().equals(to.notNull())) {
            changes.add(notNull(table, from, to));
        }
        changes.addAll(ColumnStorage.changes(table.name(), from, to, sides.version()));
        ObjectKey key = ObjectKey.of(ObjectKind.COLUMN, table.name(), to.name());
        changes.addAll(Remarks.comment(key, from.comment(), to.comment()));
        changes.addAll(Remarks.grants(key, from.grants(), to.grants()));
        return changes;
    }

    /** Takes off the value that would not go along with a new type, and an identity that ends. */
    private ColumnValue takeOff(Table table, Column from, Column to, List<Change> changes) {
        ColumnValue value = from.value();
        if (counting.isChange(table, from, to)) {
            changes.addAll(counting.begin(table, from, to));
            return ColumnValue.NONE;
        }
        if (remade.contains(ObjectKey.of(ObjectKind.COLUMN, table.name(), from.name()))) {
            return ColumnValue.NONE;
        }
        boolean standsInTheWay = value instanceof Default && ColumnFate.isRetyped(from, to) && !staysInPlace(from, to);
        boolean ends = value instanceof Identity && !(to.value() instanceof Identity);
        if (standsInTheWay || ends) {
            changes.add(Change.of(new AlterColumnValue(table.name(), to.name(), value, ColumnValue.NONE)));
            return ColumnValue.NONE;
        }
        return value;
    }

    private boolean staysInPlace(Column from, Column to) {
        return from.value().equals(to.value()) && casts.areComparable(from.type(), to.type());
    }

    private Change type(QualifiedName table, Column from, Column to) {
        String using = ColumnFate.generation(to) == null ? using(from, to) : null;
        String reverse = ColumnFate.generation(from) == null ? using(to, from) : null;
        AlterColumnType operation =
                new AlterColumnType(table, to.name(), ColumnType.of(from), ColumnType.of(to), using, reverse);
        return new Change(operation, TypeNotes.of(casts, from.type(), to.type(), using));
    }

    private @Nullable String using(Column from, Column to) {
        return casts.using(to.name(), from.type(), to.type());
    }

    private Change notNull(Table table, Column from, Column to) {
        NotNull wanted = to.notNull();
        NotNull old = from.notNull();
        if (wanted != null && wanted.name() == null && old != null && old.name() != null) {
            String name = DefaultNames.of(table.name().name(), to.name(), "not_null");
            wanted = new NotNull(name, wanted.noInherit(), wanted.validated());
        }
        AlterColumnNullability operation = new AlterColumnNullability(table.name(), to.name(), from.notNull(), wanted);
        boolean mayFail = from.notNull() == null && wanted != null && wanted.validated();
        return mayFail ? Change.of(operation, Notes.nullsMustBeGone(table.name(), to.name())) : Change.of(operation);
    }

    private List<Change> value(Table table, ColumnValue from, Column to) {
        if (counting.isEnd(table, to)) {
            return counting.end(table, to);
        }
        if (from.equals(to.value())) {
            return List.of();
        }
        ColumnValue wanted = from instanceof Identity || !(to.value() instanceof Identity identity)
                ? to.value()
                : Serial.shortened(identity, table, to);
        return List.of(Change.of(new AlterColumnValue(table.name(), to.name(), from, wanted)));
    }
}
