/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.Casts;
import dev.retort.internal.diff.model.ColumnChanges;
import dev.retort.internal.diff.model.ColumnInheritance;
import dev.retort.internal.diff.model.ColumnStorage;
import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.diff.model.Serial;
import dev.retort.internal.diff.model.TypeNotes;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.operation.value.ColumnType;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.ColumnValue.Default;
import dev.retort.schema.part.ColumnValue.Identity;
import dev.retort.schema.part.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares one column that stays what it is: type, nullability, default, storage, comment. */
final class ColumnComparison {

    private final ComparedSchemas sides;
    private final RecreatedObjects recreated;
    private final Casts casts;
    private final ColumnInheritance inheritance;
    private final IdentityAndSerialComparison identityAndSerial;

    ColumnComparison(ComparedSchemas sides, RecreatedObjects recreated, IdentityAndSerialComparison identityAndSerial) {
        this.sides = sides;
        this.recreated = recreated;
        this.casts = new Casts(sides.from(), sides.to());
        this.identityAndSerial = identityAndSerial;
        this.inheritance = new ColumnInheritance(sides);
    }

    /** {@return the changes of a column, in an order that PostgreSQL accepts} */
    List<AnnotatedOperation> changes(Table table, Column from, Column to, boolean inherits) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        ColumnValue value = inherits ? from.value() : dropValue(table, from, to, changes);
        boolean retyped = ColumnChanges.isRetyped(from, to);
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
        changes.addAll(CommentAndGrantComparison.comment(key, from.comment(), to.comment()));
        changes.addAll(CommentAndGrantComparison.grants(key, from.grants(), to.grants()));
        return changes;
    }

    /** Drops the default that does not fit the new type, and an identity that is removed. */
    private ColumnValue dropValue(Table table, Column from, Column to, List<AnnotatedOperation> changes) {
        ColumnValue value = from.value();
        if (identityAndSerial.isChange(table, from, to)) {
            changes.addAll(identityAndSerial.begin(table, from, to));
            return ColumnValue.NONE;
        }
        boolean isDropped = recreated.contains(ObjectKey.of(ObjectKind.COLUMN, table.name(), from.name()))
                || ColumnChanges.losesItsExpression(from, to);
        if (isDropped) {
            return ColumnValue.NONE;
        }
        boolean mustBeDropped =
                value instanceof Default && ColumnChanges.isRetyped(from, to) && !staysInPlace(from, to);
        boolean ends = value instanceof Identity && !(to.value() instanceof Identity);
        if (mustBeDropped || ends) {
            changes.add(AnnotatedOperation.of(new AlterColumnValue(table.name(), to.name(), value, ColumnValue.NONE)));
            return ColumnValue.NONE;
        }
        return value;
    }

    private boolean staysInPlace(Column from, Column to) {
        return from.value().equals(to.value()) && casts.areComparable(from.type(), to.type());
    }

    private AnnotatedOperation type(QualifiedName table, Column from, Column to) {
        String using = ColumnChanges.generation(to) == null ? using(from, to) : null;
        String reverse = ColumnChanges.generation(from) == null ? using(to, from) : null;
        AlterColumnType operation =
                new AlterColumnType(table, to.name(), ColumnType.of(from), ColumnType.of(to), using, reverse);
        return new AnnotatedOperation(operation, TypeNotes.of(casts, from.type(), to.type(), using));
    }

    private @Nullable String using(Column from, Column to) {
        return casts.using(to.name(), from.type(), to.type());
    }

    private AnnotatedOperation notNull(Table table, Column from, Column to) {
        NotNull wanted = to.notNull();
        NotNull old = from.notNull();
        boolean isRenamed = old != null && wanted != null && !Objects.equals(old.name(), wanted.name());
        if (wanted != null && (isRenamed || inheritance.isNotNullBelow(table, to.name()))) {
            wanted = ColumnInheritance.named(table, to.name(), wanted);
        }
        if (old != null && isRenamed) {
            old = ColumnInheritance.named(table, to.name(), old);
        }
        AlterColumnNullability operation = new AlterColumnNullability(table.name(), to.name(), old, wanted);
        boolean mayFail = old == null && wanted != null && wanted.validated();
        return mayFail
                ? AnnotatedOperation.of(operation, Notes.nullsMustBeGone(table.name(), to.name()))
                : AnnotatedOperation.of(operation);
    }

    private List<AnnotatedOperation> value(Table table, ColumnValue from, Column to) {
        if (identityAndSerial.isEnd(table, to)) {
            return identityAndSerial.end(table, to);
        }
        if (from.equals(to.value())) {
            return List.of();
        }
        ColumnValue wanted = from instanceof Identity || !(to.value() instanceof Identity identity)
                ? to.value()
                : Serial.shortened(identity, table, to);
        return List.of(AnnotatedOperation.of(new AlterColumnValue(table.name(), to.name(), from, wanted)));
    }
}
