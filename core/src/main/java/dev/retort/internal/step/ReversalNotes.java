/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.internal.sql.Identifiers;
import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.DatabaseOperation.CreateExtension;
import dev.retort.operation.DatabaseOperation.CreateSchema;
import dev.retort.operation.DatabaseOperation.DropExtension;
import dev.retort.operation.DatabaseOperation.DropSchema;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.IndexOperation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.SequenceOperation.CreateSequence;
import dev.retort.operation.SequenceOperation.DropSequence;
import dev.retort.operation.TableOperation.CreateTable;
import dev.retort.operation.TableOperation.DropTable;
import dev.retort.operation.ViewOperation.CreateMaterializedView;
import dev.retort.operation.ViewOperation.DropMaterializedView;
import dev.retort.schema.name.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reversal of a Java revision has to know of its upgrade: which objects it created that it would have kept
 * had they been there, and what went with the columns that it dropped. It is kept with the row of the upgrade in the
 * history.
 */
public final class ReversalNotes {

    private static final String MADE = "created: ";
    private static final String WENT = "dropped: ";

    /** Indexes, constraints and extended statistics that go with a column; its default and its sequence are its own. */
    private static final String GOES = """
        SELECT DISTINCT pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS found
        FROM pg_catalog.pg_depend AS d
        JOIN pg_catalog.pg_attribute AS a
            ON a.attrelid OPERATOR(pg_catalog.=) d.refobjid AND a.attnum OPERATOR(pg_catalog.=) d.refobjsubid
        LEFT JOIN pg_catalog.pg_constraint AS c
            ON d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_constraint'::pg_catalog.regclass
            AND c.oid OPERATOR(pg_catalog.=) d.objid
        LEFT JOIN pg_catalog.pg_class AS r
            ON d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
            AND r.oid OPERATOR(pg_catalog.=) d.objid
        WHERE d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
            AND d.refobjid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(%s)
            AND a.attname OPERATOR(pg_catalog.=) %s AND d.deptype OPERATOR(pg_catalog.=) 'a'
            AND d.classid OPERATOR(pg_catalog.<>) 'pg_catalog.pg_attrdef'::pg_catalog.regclass
            AND (c.contype OPERATOR(pg_catalog.=) 'n') IS NOT TRUE AND (r.relkind OPERATOR(pg_catalog.=) 'S') IS NOT TRUE
        ORDER BY found
        """;

    private final List<String> lines = new ArrayList<>();

    /** {@return the query for what is worth remembering before an operation runs; {@code null} for nothing} */
    public static @Nullable String question(Operation operation) {
        if (operation instanceof DropColumn drop) {
            return drop.dropped() == null
                    ? null
                    : GOES.formatted(table(drop.table()), Identifiers.literal(drop.column()));
        }
        return isConditional(operation) ? "SELECT 1 AS found WHERE " + exists(operation) : null;
    }

    /** {@return whether an operation makes something only where it is not there} */
    private static boolean isConditional(Operation operation) {
        return (operation instanceof CreateExtension extension && extension.ifNotExists())
                || (operation instanceof CreateSchema schema && schema.ifNotExists())
                || (operation instanceof CreateTable table && table.ifNotExists())
                || (operation instanceof CreateSequence sequence && sequence.ifNotExists())
                || (operation instanceof CreateMaterializedView view && view.ifNotExists())
                || (operation instanceof CreateIndex index
                        && index.ifNotExists()
                        && index.definition().name() != null)
                || (operation instanceof AddColumn column && column.ifNotExists());
    }

    private static String exists(Operation operation) {
        if (operation instanceof CreateExtension extension) {
            return "EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname OPERATOR(pg_catalog.=) "
                    + Identifiers.literal(extension.definition().name()) + ")";
        }
        if (operation instanceof CreateSchema schema) {
            return "EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname OPERATOR(pg_catalog.=) "
                    + Identifiers.literal(schema.definition().name()) + ")";
        }
        if (operation instanceof AddColumn column) {
            return "EXISTS (SELECT FROM pg_catalog.pg_attribute WHERE NOT attisdropped AND attrelid"
                    + " OPERATOR(pg_catalog.=)"
                    + " pg_catalog.to_regclass(" + table(column.table()) + ") AND attname OPERATOR(pg_catalog.=) "
                    + Identifiers.literal(column.column()) + ")";
        }
        return "pg_catalog.to_regclass(" + table(relation(operation)) + ") IS NOT NULL";
    }

    private static QualifiedName relation(Operation operation) {
        if (operation instanceof CreateTable table) {
            return table.definition().name();
        }
        if (operation instanceof CreateSequence sequence) {
            return sequence.definition().name();
        }
        if (operation instanceof CreateMaterializedView view) {
            return view.definition().name();
        }
        CreateIndex index = (CreateIndex) operation;
        return index.table().sibling(String.valueOf(index.definition().name()));
    }

    private static String table(QualifiedName name) {
        return Identifiers.literal(Identifiers.quote(name.schema(), name.name()));
    }

    /** Remembers what was found before an operation ran. */
    public void found(Operation operation, List<String> found) {
        if (isConditional(operation) && found.isEmpty()) {
            lines.add(MADE + operation.describe());
        }
        if (operation instanceof DropColumn drop && !found.isEmpty()) {
            lines.add(WENT + "with column " + drop.table() + "." + drop.column() + ": " + String.join(", ", found));
        }
    }

    public void clear() {
        lines.clear();
    }

    /** {@return what to keep; {@code null} for nothing} */
    @Nullable
    public String note() {
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    /** {@return whether an operation of a reversal would drop what its upgrade may have found there} */
    public static boolean dropsIfExists(Operation operation) {
        boolean drop = operation instanceof DropExtension
                || operation instanceof DropSchema
                || operation instanceof DropTable
                || operation instanceof DropSequence
                || operation instanceof DropMaterializedView
                || operation instanceof DropIndex
                || operation instanceof DropColumn;
        return drop && isConditional(operation.reverse());
    }

    /** {@return whether a note says that the upgrade made what an operation of its reversal drops} */
    public static boolean made(String note, Operation drop) {
        return note.lines().anyMatch((MADE + drop.reverse().describe())::equals);
    }

    /** {@return the objects of a note that a reversal does not create again} */
    public static List<String> went(String note) {
        return note.lines()
                .filter(line -> line.startsWith(WENT))
                .map(line -> line.substring(WENT.length()))
                .toList();
    }
}
