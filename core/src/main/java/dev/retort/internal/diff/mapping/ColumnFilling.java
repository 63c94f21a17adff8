/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.diff.model.SqlText;
import dev.retort.internal.sql.Identifiers;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.schema.MappingFacts.FilledColumn;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.ColumnValue.Default;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * New columns that are NOT NULL, in tables that have rows: these get the value that a new object has, or the script
 * stops with the statement that is missing.
 */
final class ColumnFilling {

    private final Lookup from;
    private final Map<ColumnName, FilledColumn> fillings = new HashMap<>();

    /**
     * Prepares the filling.
     *
     * @param from the schema as it is when the first operation runs
     * @param fillings the values that are known
     */
    ColumnFilling(Lookup from, List<FilledColumn> fillings) {
        this.from = from;
        fillings.forEach(filled -> this.fillings.put(filled.column(), filled));
    }

    /** {@return the changes, in which columns are added so that a table with rows takes them} */
    List<AnnotatedOperation> fill(List<AnnotatedOperation> changes) {
        List<AnnotatedOperation> all = new ArrayList<>();
        for (AnnotatedOperation change : changes) {
            if (change.operation() instanceof AddColumn added && needsValue(added)) {
                all.addAll(filled(added, change));
            } else {
                all.add(change);
            }
        }
        return all;
    }

    private boolean needsValue(AddColumn added) {
        Column column = added.definition();
        return from.table(added.table()) != null
                && column.isNotNull()
                && column.value().equals(ColumnValue.NONE)
                && !column.type().sql().endsWith("serial");
    }

    private List<AnnotatedOperation> filled(AddColumn added, AnnotatedOperation change) {
        QualifiedName table = added.table();
        Column column = added.definition();
        List<String> notes = new ArrayList<>(change.notes());
        notes.remove(Notes.newColumnNeedsValue(table));
        FilledColumn known = fillings.get(new ColumnName(table, column.name()));
        if (known != null) {
            ColumnValue value = new Default(known.expression());
            notes.add(Notes.rowsGet(table, known.expression(), known.source()));
            return List.of(
                    new AnnotatedOperation(AddColumn.of(table, column.withValue(value)), notes),
                    AnnotatedOperation.of(new AlterColumnValue(table, column.name(), value, ColumnValue.NONE)));
        }
        return List.of(
                new AnnotatedOperation(AddColumn.of(table, column.withNotNull(null)), notes),
                AnnotatedOperation.of(ExecuteSql.of(placeholder(table, column)), Notes.fillHere(table, column.name())),
                AnnotatedOperation.of(new AlterColumnNullability(table, column.name(), null, column.notNull())));
    }

    /** Stops if there are rows: only a user knows their value. */
    private static String placeholder(QualifiedName table, Column column) {
        String what = Notes.words(table) + "." + column.name();
        String hint = "In the script, write UPDATE " + SqlText.quoted(table) + " SET "
                + Identifiers.quote(column.name()) + " = ... in place of this block.";
        String body =
                "BEGIN\n    IF EXISTS (SELECT FROM " + SqlText.quoted(table) + ") THEN\n        RAISE EXCEPTION USING\n"
                        + "            MESSAGE = "
                        + Identifiers.literal(what + " is NOT NULL, and the rows of " + Notes.words(table)
                                + " have no value for it yet")
                        + ",\n            HINT = "
                        + Identifiers.literal(hint) + ";\n    END IF;\nEND";
        String tag = body.contains("$fill$") ? "$fill_rows$" : "$fill$";
        return "DO " + tag + "\n" + body + "\n" + tag;
    }
}
