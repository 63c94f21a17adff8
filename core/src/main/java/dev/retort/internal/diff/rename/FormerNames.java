/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import dev.retort.diff.FormerName;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ObjectOperation;
import dev.retort.schema.Table;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does the renames that a model states, as far as the database has the former names and not the present ones. */
public final class FormerNames {

    private final Lookup database;
    private final Lookup model;
    private final NewNames names;
    private final Map<QualifiedName, Table> present = new HashMap<>();
    private final List<AnnotatedOperation> changes = new ArrayList<>();

    /**
     * Looks at the tables of the database.
     *
     * @param database the real schema
     * @param model the wanted one
     * @param names what a user asked for already, which is stronger
     */
    public FormerNames(Lookup database, Lookup model, NewNames names) {
        this.database = database;
        this.model = model;
        this.names = names;
        database.schema().tables().forEach(table -> present.put(names.object(table.name()), table));
    }

    /** {@return the operations of the renames, tables first; {@code names} knows them then} */
    public List<AnnotatedOperation> changes(List<FormerName> stated) {
        stated.stream().filter(name -> name.column() == null).forEach(this::renameTable);
        for (FormerName name : stated) {
            if (name.column() != null) {
                renameColumn(name.table(), name.column(), name.formerly());
            }
        }
        return changes;
    }

    private void renameTable(FormerName name) {
        QualifiedName to = name.table();
        QualifiedName from = to.sibling(name.formerly());
        Table table = present.get(from);
        boolean free = !present.containsKey(to) && database.relation(to) == null;
        if (table != null && free && model.table(to) != null && model.table(from) == null) {
            ObjectKey key = ObjectKey.of(ObjectKind.TABLE, from);
            changes.add(AnnotatedOperation.of(new ObjectOperation.Rename(key, to.name())));
            names.object(table.name(), to);
            present.remove(from);
            present.put(to, table);
        }
    }

    private void renameColumn(QualifiedName name, String to, String from) {
        Table table = present.get(name);
        Table wanted = model.table(name);
        if (table == null || wanted == null) {
            return;
        }
        Optional<String> column = column(table, from);
        boolean free = column(table, to).isEmpty();
        boolean isWanted = wanted.column(to).isPresent() && wanted.column(from).isEmpty();
        if (column.isPresent() && free && isWanted) {
            ObjectKey key = ObjectKey.of(ObjectKind.COLUMN, name, from);
            changes.add(AnnotatedOperation.of(new ObjectOperation.Rename(key, to)));
            names.column(new ColumnName(table.name(), column.get()), to);
        }
    }

    /** {@return the column of the database that has a name by now} */
    private Optional<String> column(Table table, String name) {
        return table.columns().stream()
                .map(column -> column.name())
                .filter(column -> names.column(table.name(), column).equals(name))
                .findFirst();
    }
}
