/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.Casts;
import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.Serial;
import dev.retort.internal.diff.model.SqlText;
import dev.retort.internal.sql.Identifiers;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.ObjectOperation;
import dev.retort.operation.SequenceOperation.AlterSequence;
import dev.retort.operation.SequenceOperation.CreateSequence;
import dev.retort.operation.SequenceOperation.DropSequence;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.DefaultNames;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.ColumnValue.Identity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Columns that begin to count, or count in another way: {@code serial} and identity. The next value is carried over, or
 * is set behind the greatest one that is there; without that the next insert would collide.
 */
public final class IdentityAndSerialComparison {

    private final ComparedSchemas sides;
    private final Casts casts;
    private final Set<QualifiedName> settled = new HashSet<>();

    public IdentityAndSerialComparison(ComparedSchemas sides) {
        this.sides = sides;
        this.casts = new Casts(sides.from(), sides.to());
    }

    /** {@return whether a sequence is made or dropped together with its column's change} */
    boolean settles(Sequence sequence) {
        return settled.contains(sequence.name());
    }

    /** {@return whether the column gets an own sequence, of another kind or for the first time} */
    boolean isChange(Table table, Column from, Column to) {
        return (counts(sides.to(), table, to) && !sameKind(table, from, to))
                || (isSerial(sides.from(), table, from) && to.value() instanceof Identity);
    }

    private boolean sameKind(Table table, Column from, Column to) {
        return isSerial(sides.from(), table, from) == isSerial(sides.to(), table, to)
                && (from.value() instanceof Identity) == (to.value() instanceof Identity);
    }

    private static boolean counts(Lookup side, Table table, Column column) {
        return column.value() instanceof Identity || isSerial(side, table, column);
    }

    private static boolean isSerial(Lookup side, Table table, Column column) {
        return serial(side, table, column) != null;
    }

    private static @Nullable Sequence serial(Lookup side, Table table, Column column) {
        Sequence owned = side.ownedBy(table.name(), column.name());
        return owned != null && owned.name().equals(Serial.sequence(column.value())) ? owned : null;
    }

    /** {@return what happens before the column's type changes} */
    List<AnnotatedOperation> begin(Table table, Column from, Column to) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        Sequence old = serial(sides.from(), table, from);
        Sequence wanted = serial(sides.to(), table, to);
        if (wanted != null && sides.from().sequence(wanted.name()) == null) {
            changes.addAll(makeBeside(table.name(), from, wanted));
        }
        boolean continues =
                old != null && to.value() instanceof Identity && casts.areComparable(from.type(), to.type());
        if (!from.value().equals(ColumnValue.NONE) && !continues) {
            changes.add(AnnotatedOperation.of(
                    new AlterColumnValue(table.name(), to.name(), from.value(), ColumnValue.NONE)));
        }
        if (old != null && to.value() instanceof Identity identity) {
            settled.add(old.name());
            changes.add(AnnotatedOperation.of(new AlterSequence(old, old.withOwnedBy(null))));
            QualifiedName free = besides(old.name(), Serial.sequence(table.name(), to.name(), identity));
            if (!free.equals(old.name())) {
                changes.add(AnnotatedOperation.of(new ObjectOperation.Rename(old.key(), free.name())));
            }
        }
        return changes;
    }

    /** The new sequence takes the place of an identity's when that is gone; until then it has another name. */
    private List<AnnotatedOperation> makeBeside(QualifiedName table, Column from, Sequence wanted) {
        settled.add(wanted.name());
        Sequence plain = SequenceComparison.shortened(wanted.withOwnedBy(null));
        if (!(from.value() instanceof Identity identity)) {
            return List.of(AnnotatedOperation.of(new CreateSequence(plain, false)));
        }
        QualifiedName before = Serial.sequence(table, from.name(), identity);
        QualifiedName beside = besides(wanted.name(), before);
        return List.of(
                AnnotatedOperation.of(new CreateSequence(SequenceComparison.named(plain, beside), false)),
                AnnotatedOperation.of(carry(before, beside)));
    }

    /** {@return whether the column is to count and its sequence is not in its place yet} */
    boolean isEnd(Table table, Column to) {
        Table old = sides.from().table(table.name());
        Column from = old == null ? null : old.column(to.name()).orElse(null);
        return from != null && isChange(table, from, to);
    }

    /** {@return what happens after the column's type has changed} */
    List<AnnotatedOperation> end(Table table, Column to) {
        Column from = Objects.requireNonNull(sides.from().table(table.name()))
                .column(to.name())
                .orElseThrow();
        return to.value() instanceof Identity identity
                ? endAsIdentity(table, from, to, identity)
                : endAsSerial(table, from, to);
    }

    private List<AnnotatedOperation> endAsIdentity(Table table, Column from, Column to, Identity identity) {
        Sequence old = serial(sides.from(), table, from);
        Identity shortened = Serial.shortened(identity, table, to);
        if (old == null) {
            return List.of(
                    AnnotatedOperation.of(new AlterColumnValue(table.name(), to.name(), ColumnValue.NONE, shortened)));
        }
        QualifiedName free = besides(old.name(), Serial.sequence(table.name(), to.name(), identity));
        return List.of(
                AnnotatedOperation.of(new AlterColumnValue(table.name(), to.name(), Serial.nextValue(free), shortened)),
                AnnotatedOperation.of(DropSequence.of(SequenceComparison.named(old.withOwnedBy(null), free))));
    }

    private List<AnnotatedOperation> endAsSerial(Table table, Column from, Column to) {
        Sequence wanted = Objects.requireNonNull(serial(sides.to(), table, to));
        List<AnnotatedOperation> changes = new ArrayList<>();
        boolean carried = from.value() instanceof Identity;
        boolean made = settled.contains(wanted.name());
        QualifiedName beside = from.value() instanceof Identity identity
                ? besides(wanted.name(), Serial.sequence(table.name(), from.name(), identity))
                : wanted.name();
        if (made && !beside.equals(wanted.name())) {
            ObjectKey key = ObjectKey.of(ObjectKind.SEQUENCE, beside);
            changes.add(AnnotatedOperation.of(
                    new ObjectOperation.Rename(key, wanted.name().name())));
        }
        changes.add(AnnotatedOperation.of(new AlterColumnValue(table.name(), to.name(), ColumnValue.NONE, to.value())));
        if (made) {
            ColumnName owner = new ColumnName(table.name(), to.name());
            Sequence free = wanted.withOwnedBy(null);
            changes.add(AnnotatedOperation.of(new AlterSequence(free, free.withOwnedBy(owner))));
        }
        if (made && !carried) {
            changes.add(AnnotatedOperation.of(setSequenceToMaximum(table.name(), to.name(), wanted.name())));
        }
        return changes;
    }

    /** {@return the name of a sequence while another one exists, which may have its name} */
    private static QualifiedName besides(QualifiedName sequence, QualifiedName other) {
        return sequence.equals(other) ? sequence.sibling(DefaultNames.of(sequence.name(), "moved")) : sequence;
    }

    private static ExecuteSql carry(QualifiedName from, QualifiedName to) {
        return ExecuteSql.of("SELECT pg_catalog.setval(" + Identifiers.literal(SqlText.quoted(to))
                + "::pg_catalog.regclass, last_value, is_called) FROM " + SqlText.quoted(from));
    }

    private static ExecuteSql setSequenceToMaximum(QualifiedName table, String column, QualifiedName sequence) {
        String greatest = "pg_catalog.max(" + Identifiers.quote(column) + ")";
        return ExecuteSql.of("SELECT pg_catalog.setval(" + Identifiers.literal(SqlText.quoted(sequence))
                + "::pg_catalog.regclass, " + greatest + ") FROM " + SqlText.quoted(table) + " HAVING " + greatest
                + " OPERATOR(pg_catalog.>) 0");
    }
}
