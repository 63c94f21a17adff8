/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.ColumnChanges;
import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.sql.Identifiers;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.ObjectOperation.Rename;
import dev.retort.operation.value.ColumnType;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Column;
import java.util.List;

/**
 * A generated column that becomes a plain one where PostgreSQL cannot drop its expression: a virtual one stores no values,
 * and before 15 the column would still depend on the functions of its former expression, and go with them
 * without an error. A plain column gets the values by {@code USING}, which fires no triggers, and takes its place.
 */
final class KeptValues {

    private KeptValues() {}

    /** {@return whether a column that is replaced keeps its values} */
    static boolean of(Column from, Column to) {
        return ColumnChanges.generation(from) != null && ColumnChanges.generation(to) == null;
    }

    /** {@return the column as it is after {@link #instead}, from which the comparison continues} */
    static Column plain(Column from) {
        return Column.of(from.name(), from.type()).withCollation(from.collation());
    }

    /**
     * {@return the changes that put a plain column with the values in the place of a generated one}
     *
     * @param table the table, before
     * @param from the generated column
     * @param drop its drop
     */
    static List<AnnotatedOperation> instead(Table table, Column from, DropColumn drop) {
        String name = free(table, from.name());
        Column kept = Column.of(name, from.type()).withCollation(from.collation());
        ColumnType type = ColumnType.of(kept);
        ObjectKey key = ObjectKey.of(ObjectKind.COLUMN, drop.table(), name);
        return List.of(
                AnnotatedOperation.of(AddColumn.of(drop.table(), kept), Notes.valuesAreKept(from.name())),
                AnnotatedOperation.of(new AlterColumnType(
                        drop.table(), name, type, type, Identifiers.quote(from.name()), Identifiers.quote(name))),
                AnnotatedOperation.of(drop),
                AnnotatedOperation.of(new Rename(key, from.name())));
    }

    private static String free(Table table, String name) {
        String free = name.length() > 55 ? name.substring(0, 55) : name;
        do {
            free += "_kept";
        } while (table.column(free).isPresent());
        return free;
    }
}
