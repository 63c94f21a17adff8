/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.operation.ObjectOperation;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnValue.Identity;
import dev.retort.schema.ObjectKey;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Sequences that go with the same column on both sides are the same, whatever they are called. */
final class ImpliedRenames {

    private final Lookup database;
    private final Lookup model;
    private final NewNames names;
    private final List<Change> changes = new ArrayList<>();

    ImpliedRenames(Lookup database, Lookup model, NewNames names) {
        this.database = database;
        this.model = model;
        this.names = names;
    }

    /** {@return the operations of the renames; {@code names} knows them then} */
    List<Change> changes() {
        for (Table table : database.schema().tables()) {
            Table wanted = model.table(table.name());
            if (wanted != null) {
                table.columns()
                        .forEach(column ->
                                wanted.column(column.name()).ifPresent(other -> compare(table.name(), column, other)));
            }
        }
        return changes;
    }

    private void compare(QualifiedName table, Column column, Column wanted) {
        Sequence sequence = database.ownedBy(table, column.name());
        Sequence other = model.ownedBy(table, column.name());
        if (sequence != null && other != null && !model.has(sequence.key())) {
            rename(sequence.name(), other.name());
        }
        if (column.value() instanceof Identity from && wanted.value() instanceof Identity to) {
            rename(Serial.sequence(table, column.name(), from), Serial.sequence(table, column.name(), to));
        }
    }

    private void rename(QualifiedName from, QualifiedName to) {
        boolean possible = !from.equals(to) && from.sibling(to.name()).equals(to) && database.relation(to) == null;
        if (possible) {
            changes.add(Change.of(new ObjectOperation.Rename(ObjectKey.of(ObjectKind.SEQUENCE, from), to.name())));
            names.object(from, to);
        }
    }
}
