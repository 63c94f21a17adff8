/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.internal.diff.model.ColumnChanges;
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
import java.util.stream.Collectors;

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
        int begin = 0;
        while (begin < changes.size()) {
            AnnotatedOperation first = changes.get(begin);
            int end = begin + 1;
            while (end < changes.size() && areTogether(first, changes.get(end))) {
                end++;
            }
            all.addAll(isAddition(first) ? filled(changes.subList(begin, end)) : List.of(first));
            begin = end;
        }
        return all;
    }

    private static boolean areTogether(AnnotatedOperation first, AnnotatedOperation next) {
        return isAddition(first)
                && isAddition(next)
                && ((AddColumn) first.operation()).table().equals(((AddColumn) next.operation()).table());
    }

    /** A generated column waits for the values of the others. */
    private static boolean isAddition(AnnotatedOperation change) {
        return change.operation() instanceof AddColumn added && ColumnChanges.generation(added.definition()) == null;
    }

    private boolean needsValue(AddColumn added) {
        Column column = added.definition();
        return from.table(added.table()) != null
                && column.isNotNull()
                && column.value().equals(ColumnValue.NONE)
                && !column.type().sql().endsWith("serial");
    }

    /** First all columns of a table, then the block in which a user fills those without a known value. */
    private List<AnnotatedOperation> filled(List<AnnotatedOperation> additions) {
        List<AnnotatedOperation> all = new ArrayList<>();
        List<AnnotatedOperation> afterwards = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (AnnotatedOperation change : additions) {
            AddColumn added = (AddColumn) change.operation();
            Column column = added.definition();
            FilledColumn known = fillings.get(new ColumnName(added.table(), column.name()));
            if (!needsValue(added)) {
                all.add(change);
            } else if (known != null) {
                ColumnValue value = new Default(known.expression());
                String note = Notes.rowsGet(added.table(), known.expression(), known.source());
                all.add(adding(change, column.withValue(value), List.of(note)));
                afterwards.add(AnnotatedOperation.of(
                        new AlterColumnValue(added.table(), column.name(), value, ColumnValue.NONE)));
            } else {
                all.add(adding(change, column.withNotNull(null), List.of()));
                unknown.add(column.name());
                afterwards.add(AnnotatedOperation.of(
                        new AlterColumnNullability(added.table(), column.name(), null, column.notNull())));
            }
        }
        if (!unknown.isEmpty()) {
            QualifiedName table = ((AddColumn) additions.get(0).operation()).table();
            all.add(AnnotatedOperation.of(ExecuteSql.of(placeholder(table, unknown)), Notes.fillHere(table, unknown)));
        }
        all.addAll(afterwards);
        return all;
    }

    private static AnnotatedOperation adding(AnnotatedOperation change, Column column, List<String> more) {
        QualifiedName table = ((AddColumn) change.operation()).table();
        List<String> notes = new ArrayList<>(change.notes());
        notes.remove(Notes.newColumnNeedsValue(table));
        notes.addAll(more);
        return new AnnotatedOperation(AddColumn.of(table, column), notes);
    }

    /** Stops if there are rows: only a user knows their values. */
    private static String placeholder(QualifiedName table, List<String> columns) {
        String name = Notes.words(table);
        boolean one = columns.size() == 1;
        String what =
                Notes.joined(columns.stream().map(column -> name + "." + column).toList());
        String message = what + (one ? " is" : " are") + " NOT NULL, and the rows of " + name
                + (one ? " have no value for it yet" : " have no values for them yet");
        String values = columns.stream()
                .map(column -> Identifiers.quote(column) + " = ...")
                .collect(Collectors.joining(", "));
        String hint =
                "In the script, write UPDATE " + SqlText.quoted(table) + " SET " + values + " in place of this block.";
        String body =
                "BEGIN\n    IF EXISTS (SELECT FROM " + SqlText.quoted(table) + ") THEN\n        RAISE EXCEPTION USING\n"
                        + "            MESSAGE = " + Identifiers.literal(message) + ",\n            HINT = "
                        + Identifiers.literal(hint) + ";\n    END IF;\nEND";
        String tag = body.contains("$fill$") ? "$fill_rows$" : "$fill$";
        return "DO " + tag + "\n" + body + "\n" + tag;
    }
}
