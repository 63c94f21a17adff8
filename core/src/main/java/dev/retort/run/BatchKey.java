/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.migration.Batches;
import dev.retort.sql.Identifiers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns in whose order batches go. Keys travel as the text of an array of texts, whatever their types.
 *
 * <p>No row may be without a key: it would be in no batch. That keys are unique is not needed: rows with the same one are in
 * the same batch, which is then larger than it should be.
 *
 * @param table the table, as SQL
 * @param columns the columns, quoted
 * @param types their types
 */
record BatchKey(String table, List<String> columns, List<String> types) {

    /** PostgreSQL 18 has constraints that say NOT NULL of new rows only. */
    private static final String COLUMNS = """
            SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull AND NOT EXISTS (
                SELECT FROM pg_catalog.pg_constraint AS c
                WHERE c.conrelid = a.attrelid AND c.contype = 'n' AND c.conkey = ARRAY[a.attnum] AND NOT c.convalidated)
            FROM unnest(?::text[]) WITH ORDINALITY AS k (name, position)
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = to_regclass(?) AND a.attname = k.name AND a.attnum > 0
            ORDER BY k.position
            """;

    /** Copies the lists. */
    BatchKey {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
    }

    private record Column(String name, String type, boolean notNull) {}

    /**
     * Looks the columns up.
     *
     * @throws RetortException when one is missing, or takes nulls
     */
    static BatchKey read(Batches batches, MigrationConnection connection) throws SQLException {
        String table = BatchSql.table(batches);
        List<Column> columns = connection.query(
                COLUMNS,
                row -> new Column(row.getString(1), row.getString(2), row.getBoolean(3)),
                batches.key(),
                table);
        check(batches, columns);
        return new BatchKey(
                table,
                columns.stream().map(column -> Identifiers.quote(column.name())).toList(),
                columns.stream().map(Column::type).toList());
    }

    private static void check(Batches batches, List<Column> columns) {
        if (columns.size() != batches.key().size()) {
            throw new RetortException(
                    "The batches of " + batches.table() + " cannot be made.",
                    "There is no such table, or it lacks one of the columns " + String.join(", ", batches.key()) + ".",
                    "Name an existing table and columns of it.");
        }
        String nullable = columns.stream()
                .filter(column -> !column.notNull())
                .map(Column::name)
                .collect(Collectors.joining(", "));
        if (!nullable.isEmpty()) {
            throw new RetortException(
                    "The batches of " + batches.table() + " cannot follow " + nullable + ".",
                    "It may be null, and rows without a key would be in no batch.",
                    "Name columns that are NOT NULL, such as those of the primary key.");
        }
    }

    /** {@return what a resumed run has to find again, for the last key to mean the same} */
    String description() {
        return columns + " " + types;
    }

    /**
     * {@return the query for where the next batch ends: its last key; no row when no key is left}
     *
     * @param after the key that the last batch ended with; {@code null} before the first
     * @param keys how many keys it spans at most
     */
    String last(@Nullable String after, int keys) {
        String list = String.join(", ", columns);
        String texts = columns.stream().map(column -> column + "::text").collect(Collectors.joining(", "));
        return "SELECT last FROM (SELECT ARRAY[" + texts + "]::text AS last, row_number() OVER (ORDER BY " + list
                + ") AS place FROM (SELECT " + list + " FROM " + table
                + (after == null ? "" : " WHERE " + beyond(after))
                + " ORDER BY " + list + " LIMIT " + keys + ") AS batch) AS numbered ORDER BY place DESC LIMIT 1";
    }

    /** {@return the condition for rows behind a key} */
    String beyond(String key) {
        return "(" + String.join(", ", columns) + ") > " + values(key);
    }

    /** {@return the condition for rows up to a key} */
    String upTo(String key) {
        return "(" + String.join(", ", columns) + ") <= " + values(key);
    }

    private String values(String key) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            values.add("(" + Identifiers.literal(key) + "::text[])[" + (i + 1) + "]::" + types.get(i));
        }
        return "(" + String.join(", ", values) + ")";
    }
}
