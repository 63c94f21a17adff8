/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

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
    private final Set<QualifiedName> settled = new HashSet<>();

    public IdentityAndSerialComparison(ComparedSchemas sides) {
        this.sides = sides;
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
        if (!from.value().equals(ColumnValue.NONE)) {
            changes.add(AnnotatedOperation.of(
                    new AlterColumnValue(table.name(), to.name(), from.value(), ColumnValue.NONE)));
        }
        if (old != null && to.value() instanceof Identity) {
            settled.add(old.name());
            changes.add(AnnotatedOperation.of(new AlterSequence(old, old.withOwnedBy(null))));
            changes.add(AnnotatedOperation.of(
                    new ObjectOperation.Rename(old.key(), aside(old.name()).name())));
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
        QualifiedName beside = aside(wanted.name());
        return List.of(
                AnnotatedOperation.of(new CreateSequence(SequenceComparison.named(plain, beside), false)),
                AnnotatedOperation.of(carry(Serial.sequence(table, from.name(), identity), beside)));
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
        List<AnnotatedOperation> changes = new ArrayList<>();
        changes.add(AnnotatedOperation.of(new AlterColumnValue(
                table.name(), to.name(), ColumnValue.NONE, Serial.shortened(identity, table, to))));
        QualifiedName sequence = Serial.sequence(table.name(), to.name(), identity);
        Sequence old = serial(sides.from(), table, from);
        if (old != null) {
            QualifiedName aside = aside(old.name());
            changes.add(AnnotatedOperation.of(carry(aside, sequence)));
            changes.add(AnnotatedOperation.of(DropSequence.of(SequenceComparison.named(old.withOwnedBy(null), aside))));
        }
        return changes;
    }

    private List<AnnotatedOperation> endAsSerial(Table table, Column from, Column to) {
        Sequence wanted = Objects.requireNonNull(serial(sides.to(), table, to));
        List<AnnotatedOperation> changes = new ArrayList<>();
        boolean carried = from.value() instanceof Identity;
        boolean made = settled.contains(wanted.name());
        if (made && carried) {
            ObjectKey beside = ObjectKey.of(ObjectKind.SEQUENCE, aside(wanted.name()));
            changes.add(AnnotatedOperation.of(
                    new ObjectOperation.Rename(beside, wanted.name().name())));
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

    private static QualifiedName aside(QualifiedName sequence) {
        return sequence.sibling(DefaultNames.of(sequence.name(), "moved"));
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
