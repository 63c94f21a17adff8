/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.Serial;
import dev.retort.internal.diff.rename.NewNames;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ObjectOperation;
import dev.retort.schema.MappingFacts;
import dev.retort.schema.MappingFacts.NumberedColumn;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue.Identity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renames the sequences whose names are made of those of a table or column that is renamed: they continue counting. */
public final class SequenceRenames {

    private final Lookup database;
    private final Lookup model;
    private final NewNames names;
    private final Map<ColumnName, ColumnName> former = new LinkedHashMap<>();
    private final List<AnnotatedOperation> changes = new ArrayList<>();

    public SequenceRenames(Lookup database, Lookup model, NewNames names) {
        this.database = database;
        this.model = model;
        this.names = names;
        for (Table table : database.schema().tables()) {
            for (Column column : table.columns()) {
                ColumnName old = new ColumnName(table.name(), column.name());
                ColumnName present =
                        new ColumnName(names.object(table.name()), names.column(table.name(), column.name()));
                if (!old.equals(present)) {
                    former.put(present, old);
                }
            }
        }
    }

    /** {@return the operations of the renames; {@code names} knows them then} */
    public List<AnnotatedOperation> changes(MappingFacts facts) {
        if (!former.isEmpty()) {
            facts.sequences().forEach(this::renameFree);
            former.forEach(this::renameOfColumn);
        }
        return changes;
    }

    private void renameFree(NumberedColumn use) {
        ColumnName old = former.get(use.column());
        QualifiedName to = use.sequence();
        if (old == null || model.sequence(to) == null) {
            return;
        }
        QualifiedName from = to.sibling(renamed(to.name(), use.column(), old));
        if (database.sequence(from) != null && model.sequence(from) == null) {
            rename(from, to);
        }
    }

    /** {@return the name that a sequence had when it was made of the former names in the same way} */
    private static String renamed(String sequence, ColumnName present, ColumnName old) {
        String table = present.table().name();
        if (!sequence.startsWith(table)) {
            return sequence;
        }
        String rest = sequence.substring(table.length());
        return old.table().name() + rest.replace("_" + present.column() + "_", "_" + old.column() + "_");
    }

    private void renameOfColumn(ColumnName present, ColumnName old) {
        QualifiedName usual = Serial.usualSequence(old.table(), old.column());
        Table table = database.table(old.table());
        Column column = table == null ? null : table.column(old.column()).orElse(null);
        Sequence owned = database.ownedBy(old.table(), old.column());
        boolean ofIdentity = column != null
                && column.value() instanceof Identity identity
                && Serial.sequence(old.table(), old.column(), identity).equals(usual);
        if (ofIdentity || (owned != null && owned.name().equals(usual))) {
            rename(usual, Serial.usualSequence(present.table(), present.column()));
        }
    }

    private void rename(QualifiedName from, QualifiedName to) {
        boolean possible = !from.equals(to)
                && from.sibling(to.name()).equals(to)
                && names.object(from).equals(from)
                && database.relation(to) == null;
        if (possible) {
            changes.add(AnnotatedOperation.of(
                    new ObjectOperation.Rename(ObjectKey.of(ObjectKind.SEQUENCE, from), to.name())));
            names.object(from, to);
        }
    }
}
