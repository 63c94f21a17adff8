/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.Serial;
import dev.retort.internal.diff.model.TablesDroppedFirst;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ObjectOperation;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue.Identity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables, types and sequences that are dropped and whose names something of another kind takes, such as a view the name of the
 * table that it replaces: they are dropped at the end of a script, so they get other names at its beginning. A table that nothing needs is
 * dropped before the view instead.
 */
public final class DroppedObjectNames {

    private final Lookup from;
    private final Lookup to;
    private final NewNames names;
    private final SpareNames spare;
    private final List<AnnotatedOperation> changes = new ArrayList<>();

    public DroppedObjectNames(Lookup from, Lookup to, NewNames names) {
        this.from = from;
        this.to = to;
        this.names = names;
        this.spare = new SpareNames(from, to);
    }

    /** {@return the operations of the renames; {@code names} knows them then} */
    public List<AnnotatedOperation> changes() {
        from.schema().types().forEach(type -> giveUp(type.key()));
        TablesDroppedFirst first = new TablesDroppedFirst(from, to);
        List<Table> tables = from.schema().tables().stream()
                .filter(table -> !first.contains(table))
                .toList();
        tables.forEach(table -> giveUp(table.key()));
        tables.forEach(this::identities);
        from.schema().sequences().forEach(this::sequence);
        return changes;
    }

    /** A type of the name has been seen to already: it becomes the wanted one, or is replaced by it. */
    private void giveUp(ObjectKey key) {
        ObjectKey wanted = wanted(key.name());
        if (wanted != null && kind(wanted) != kind(key)) {
            rename(key);
        }
    }

    private static ObjectKind kind(ObjectKey key) {
        return key.kind() == ObjectKind.DOMAIN ? ObjectKind.TYPE : key.kind();
    }

    private @Nullable ObjectKey wanted(QualifiedName name) {
        ObjectKey domain = ObjectKey.of(ObjectKind.DOMAIN, name);
        ObjectKey relation = to.relation(name);
        return relation == null && to.has(domain) ? domain : relation;
    }

    private void sequence(Sequence sequence) {
        ColumnName counted = to.identity(sequence.name());
        if (counted == null) {
            giveUp(sequence.key());
        } else if (!counted.equals(sequence.ownedBy()) || isNew(counted)) {
            rename(sequence.key());
        }
    }

    private boolean isNew(ColumnName column) {
        Table table = from.table(column.table());
        return table == null || table.column(column.column()).isEmpty();
    }

    private void identities(Table table) {
        for (Column column : table.columns()) {
            if (column.value() instanceof Identity identity) {
                identity(table.name(), column.name(), Serial.sequence(table.name(), column.name(), identity));
            }
        }
    }

    private void identity(QualifiedName table, String column, QualifiedName sequence) {
        Table later = to.table(table);
        boolean counts = to.ownedBy(table, column) != null
                || (later != null
                        && later.column(column)
                                .filter(wanted -> wanted.value() instanceof Identity)
                                .isPresent());
        if (!counts && (to.relation(sequence) != null || to.identity(sequence) != null)) {
            rename(ObjectKey.of(ObjectKind.SEQUENCE, sequence));
        }
    }

    private void rename(ObjectKey key) {
        QualifiedName name = spare.of(key.name());
        changes.add(AnnotatedOperation.of(new ObjectOperation.Rename(key, name.name())));
        names.object(key.name(), name);
    }
}
