/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.operation.SequenceOperation.AlterSequence;
import dev.retort.operation.SequenceOperation.CreateSequence;
import dev.retort.operation.SequenceOperation.DropSequence;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnName;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Objects;

/** Compares sequences: those that stand alone, and those of columns where {@code serial} is not enough. */
final class SequenceComparison {

    private final Sides sides;
    private final Counting counting;
    private final Steps steps;

    SequenceComparison(Sides sides, Counting counting, Steps steps) {
        this.sides = sides;
        this.counting = counting;
        this.steps = steps;
    }

    /** Compares; the tables have been compared before, so that it is known which sequences go with a column's change. */
    void compare() {
        for (Sequence from : sides.from().schema().sequences()) {
            Sequence to = sides.to().sequence(from.name());
            if (to != null) {
                change(from, to);
            } else if (!counting.settles(from) && !goesWithItsColumn(from)) {
                steps.add(Rank.DROP_SEQUENCE, from.key(), dropping(from));
            }
        }
        for (Sequence to : sides.to().schema().sequences()) {
            if (sides.from().sequence(to.name()) == null && !counting.settles(to) && !comesWithItsColumn(to)) {
                create(to);
            }
        }
    }

    /** One that belongs to a column goes on from the greatest value there when it comes again; a free one does not. */
    private static Change dropping(Sequence sequence) {
        DropSequence operation = DropSequence.of(sequence);
        return sequence.ownedBy() == null
                ? Change.of(operation, Notes.countIsLost(sequence.name()))
                : Change.of(operation);
    }

    private void create(Sequence to) {
        Sequence free = shortened(to.withOwnedBy(null));
        steps.add(Rank.SEQUENCE, to.key(), Change.of(new CreateSequence(free, false)));
        if (to.ownedBy() != null) {
            steps.add(Rank.OWNERSHIP, to.key(), Change.of(new AlterSequence(free, free.withOwnedBy(to.ownedBy()))));
        }
    }

    private void change(Sequence from, Sequence to) {
        Sequence sameOwner = to.withOwnedBy(from.ownedBy());
        if (!plain(from).equals(plain(sameOwner))) {
            steps.add(Rank.SEQUENCE, to.key(), Change.of(new AlterSequence(from, sameOwner)));
        }
        steps.add(Rank.SEQUENCE, to.key(), Remarks.comment(to.key(), from.comment(), to.comment()));
        steps.add(Rank.SEQUENCE, to.key(), Remarks.grants(to.key(), from.grants(), to.grants()));
        if (!Objects.equals(from.ownedBy(), to.ownedBy())) {
            steps.add(Rank.OWNERSHIP, to.key(), Change.of(new AlterSequence(sameOwner, to)));
        }
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
