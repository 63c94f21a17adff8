/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.diff.model.Serial;
import dev.retort.internal.diff.order.DiffSteps;
import dev.retort.internal.diff.order.Rank;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.SequenceOperation.AlterSequence;
import dev.retort.operation.SequenceOperation.CreateSequence;
import dev.retort.operation.SequenceOperation.DropSequence;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares sequences: standalone ones, and those of columns that {@code serial} does not describe. */
public final class SequenceComparison {

    private final ComparedSchemas sides;
    private final IdentityAndSerialComparison identityAndSerial;
    private final DiffSteps steps;

    public SequenceComparison(ComparedSchemas sides, IdentityAndSerialComparison identityAndSerial, DiffSteps steps) {
        this.sides = sides;
        this.identityAndSerial = identityAndSerial;
        this.steps = steps;
    }

    /**
     * Compares; the tables have been compared before, so that it is known which sequences go with a column's change.
     */
    public void compare() {
        for (Sequence from : sides.from().schema().sequences()) {
            Sequence to = sides.to().sequence(from.name());
            if (to != null) {
                change(from, to);
            } else if (!identityAndSerial.settles(from) && !goesWithItsColumn(from)) {
                steps.add(Rank.DROP_SEQUENCE, from.key(), dropping(from));
            }
        }
        for (Sequence to : sides.to().schema().sequences()) {
            if (sides.from().sequence(to.name()) == null && !identityAndSerial.settles(to) && !comesWithItsColumn(to)) {
                create(to);
            }
        }
    }

    /** A recreated sequence of a column continues from the greatest value of the column; a standalone one does not. */
    private static AnnotatedOperation dropping(Sequence sequence) {
        DropSequence operation = DropSequence.of(sequence);
        return sequence.ownedBy() == null
                ? AnnotatedOperation.of(operation, Notes.countIsLost(sequence.name()))
                : AnnotatedOperation.of(operation);
    }

    private void create(Sequence to) {
        Sequence free = shortened(to.withOwnedBy(null));
        steps.add(Rank.SEQUENCE, to.key(), AnnotatedOperation.of(new CreateSequence(free, false)));
        if (to.ownedBy() != null) {
            own(to, free, free.withOwnedBy(to.ownedBy()));
        }
    }

    private void change(Sequence from, Sequence to) {
        Sequence sameOwner = to.withOwnedBy(from.ownedBy());
        if (!plain(from).equals(plain(sameOwner))) {
            steps.add(Rank.SEQUENCE, to.key(), AnnotatedOperation.of(new AlterSequence(from, sameOwner)));
        }
        steps.add(Rank.SEQUENCE, to.key(), CommentAndGrantComparison.comment(to.key(), from.comment(), to.comment()));
        steps.add(Rank.SEQUENCE, to.key(), CommentAndGrantComparison.grants(to.key(), from.grants(), to.grants()));
        if (!Objects.equals(from.ownedBy(), to.ownedBy())) {
            own(to, sameOwner, to);
        }
    }

    /** A default may need the sequence before its owning column exists: so this is a separate step. */
    private void own(Sequence sequence, Sequence before, Sequence after) {
        List<ObjectKey> needs = new ArrayList<>();
        needs.add(sequence.key());
        if (after.ownedBy() != null) {
            needs.add(ObjectKey.of(ObjectKind.TABLE, after.ownedBy().table()));
        }
        ObjectKey key = ObjectKey.of(ObjectKind.SEQUENCE, sequence.name(), "owner");
        steps.add(Rank.OWNERSHIP, key, AnnotatedOperation.of(new AlterSequence(before, after)), needs);
    }

    private static Sequence plain(Sequence sequence) {
        return new Sequence(
                sequence.name(),
                sequence.type(),
                sequence.options(),
                sequence.ownedBy(),
                sequence.unlogged(),
                List.of(),
                null);
    }

    /** PostgreSQL drops a sequence with the column that it goes with. */
    private boolean goesWithItsColumn(Sequence sequence) {
        ColumnName owner = sequence.ownedBy();
        Table table = owner == null ? null : sides.to().table(owner.table());
        return owner != null && (table == null || table.column(owner.column()).isEmpty());
    }

    private boolean comesWithItsColumn(Sequence sequence) {
        ColumnName owner = sequence.ownedBy();
        Table table = owner == null ? null : sides.to().table(owner.table());
        if (owner == null || table == null) {
            return false;
        }
        Table before = sides.from().table(owner.table());
        boolean isNew = before == null || before.column(owner.column()).isEmpty();
        Column column = table.column(owner.column()).orElse(null);
        return isNew && column != null && Serial.isSerial(table, column, sequence);
    }

    /** {@return the sequence without what PostgreSQL does by itself} */
    static Sequence shortened(Sequence sequence) {
        String type = sequence.type() == null ? "bigint" : sequence.type().sql();
        return new Sequence(
                sequence.name(),
                type.equals("bigint") ? null : sequence.type(),
                Serial.shortened(sequence.options(), type),
                sequence.ownedBy(),
                sequence.unlogged(),
                sequence.grants(),
                sequence.comment());
    }

    /** {@return the sequence under another name} */
    static Sequence named(Sequence sequence, QualifiedName name) {
        return new Sequence(
                name,
                sequence.type(),
                sequence.options(),
                sequence.ownedBy(),
                sequence.unlogged(),
                sequence.grants(),
                sequence.comment());
    }
}
