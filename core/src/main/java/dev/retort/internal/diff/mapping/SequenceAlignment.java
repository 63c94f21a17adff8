/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.diff.MappingContext;
import dev.retort.diff.Tolerance;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.Serial;
import dev.retort.schema.MappingFacts.NumberedColumn;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue.Identity;
import dev.retort.schema.part.SequenceOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sequences of a mapping as the database has them: classes state a name and an increment. A sequence may be a serial or identity
 * column's own.
 */
final class SequenceAlignment {

    private final Lookup database;
    private final MappingContext context;
    private final Map<QualifiedName, ColumnName> ofIdentity = new HashMap<>();

    SequenceAlignment(Lookup database, MappingContext context) {
        this.database = database;
        this.context = context;
        for (Table table : database.schema().tables()) {
            for (Column column : table.columns()) {
                if (column.value() instanceof Identity identity) {
                    QualifiedName sequence = Serial.sequence(table.name(), column.name(), identity);
                    ofIdentity.put(sequence, new ColumnName(table.name(), column.name()));
                }
            }
        }
    }

    /** {@return whether the classes take the values of a column from a sequence that the database does not have yet} */
    boolean startsToNumber(ColumnName column) {
        return context.facts().sequences().stream()
                .filter(use -> use.column().equals(column))
                .map(NumberedColumn::sequence)
                .anyMatch(sequence -> database.sequence(sequence) == null && !ofIdentity.containsKey(sequence));
    }

    /**
     * {@return the sequences of the model, with those that columns have which stay as they are}
     *
     * @param stated the sequences of the model
     * @param tables the tables of the model, aligned
     */
    List<Sequence> sequences(List<Sequence> stated, List<Table> tables) {
        List<Sequence> all = new ArrayList<>();
        Set<QualifiedName> known = new HashSet<>();
        for (Sequence sequence : stated) {
            Sequence real = database.sequence(sequence.name());
            if (!ofIdentity.containsKey(sequence.name()) && known.add(sequence.name())) {
                all.add(real == null ? sequence : aligned(sequence, real));
            }
        }
        for (Table table : tables) {
            for (Column column : table.columns()) {
                QualifiedName used = Serial.sequence(column.value());
                Sequence real = used == null ? null : database.sequence(used);
                if (real != null && known.add(real.name())) {
                    all.add(real);
                }
            }
        }
        return all;
    }

    private Sequence aligned(Sequence stated, Sequence real) {
        if (!context.tolerates(Tolerance.SERIAL)) {
            return stated;
        }
        SequenceOptions options = real.options();
        return new Sequence(
                real.name(),
                real.type(),
                new SequenceOptions(
                        options.start(),
                        stated.options().increment(),
                        options.minimum(),
                        options.maximum(),
                        options.cache(),
                        options.cycle()),
                real.ownedBy(),
                real.unlogged(),
                stated.grants(),
                stated.comment());
    }
}
