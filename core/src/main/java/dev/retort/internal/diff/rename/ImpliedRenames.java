/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.Serial;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ObjectOperation;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue.Identity;
import java.util.ArrayList;
import java.util.List;

/** Sequences that go with the same column on both sides are the same, whatever they are called. */
public final class ImpliedRenames {

    private final Lookup database;
    private final Lookup model;
    private final NewNames names;
    private final List<AnnotatedOperation> changes = new ArrayList<>();

    public ImpliedRenames(Lookup database, Lookup model, NewNames names) {
        this.database = database;
        this.model = model;
        this.names = names;
    }

    /** {@return the operations of the renames; {@code names} knows them then} */
    public List<AnnotatedOperation> changes() {
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
            changes.add(AnnotatedOperation.of(
                    new ObjectOperation.Rename(ObjectKey.of(ObjectKind.SEQUENCE, from), to.name())));
            names.object(from, to);
        }
    }
}
