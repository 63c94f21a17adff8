/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.sql.Identifiers;
import dev.retort.migration.Batches;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns in whose order batches go. Keys travel as the text of an array of texts, whatever their types.
 *
 * <p>No row may be without a key: it would be in no batch. That keys are unique is not needed: rows with the same one are in
 * the same batch, which is then larger than it should be.
 *
 * @param table the table, as SQL
 * @param columns the columns
 */
public record BatchKey(String table, List<Column> columns) {

    /**
     * PostgreSQL 18 has constraints that say NOT NULL of new rows only. The operators are those of the index that has the
     * order of ORDER BY: their schema is an extension's for the extension's types.
     */
    private static final String COLUMNS = """
        WITH RECURSIVE key AS (
            SELECT k.position, a.attname, a.atttypid, a.attnotnull AND NOT EXISTS (
                SELECT FROM pg_catalog.pg_constraint AS c
                WHERE c.conrelid OPERATOR(pg_catalog.=) a.attrelid AND c.contype OPERATOR(pg_catalog.=) 'n'
                    AND c.conkey OPERATOR(pg_catalog.=) ARRAY[a.attnum] AND NOT c.convalidated) AS required
            FROM pg_catalog.unnest(?::pg_catalog.text[]) WITH ORDINALITY AS k (name, position)
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(?)
                AND a.attname OPERATOR(pg_catalog.=) k.name AND a.attnum OPERATOR(pg_catalog.>) 0),
        base AS (
            SELECT position, atttypid AS type FROM key
            UNION ALL
            SELECT b.position, t.typbasetype FROM base AS b JOIN pg_catalog.pg_type AS t
                ON t.oid OPERATOR(pg_catalog.=) b.type AND t.typtype OPERATOR(pg_catalog.=) 'd'),
        comparison AS (
            SELECT b.position, o.oprnamespace FROM base AS b
            JOIN pg_catalog.pg_opclass AS c ON c.opcintype OPERATOR(pg_catalog.=) b.type AND c.opcdefault
            JOIN pg_catalog.pg_am AS m
                ON m.oid OPERATOR(pg_catalog.=) c.opcmethod AND m.amname OPERATOR(pg_catalog.=) 'btree'
            JOIN pg_catalog.pg_amop AS p ON p.amopfamily OPERATOR(pg_catalog.=) c.opcfamily
                AND p.amoplefttype OPERATOR(pg_catalog.=) c.opcintype
                AND p.amoprighttype OPERATOR(pg_catalog.=) c.opcintype AND p.amopstrategy OPERATOR(pg_catalog.=) 5
            JOIN pg_catalog.pg_operator AS o ON o.oid OPERATOR(pg_catalog.=) p.amopopr)
        SELECT k.attname, tn.nspname, t.typname, k.required, coalesce(cn.nspname, 'pg_catalog')
        FROM key AS k
        JOIN pg_catalog.pg_type AS t ON t.oid OPERATOR(pg_catalog.=) k.atttypid
        JOIN pg_catalog.pg_namespace AS tn ON tn.oid OPERATOR(pg_catalog.=) t.typnamespace
        LEFT JOIN comparison AS c ON c.position OPERATOR(pg_catalog.=) k.position
        LEFT JOIN pg_catalog.pg_namespace AS cn ON cn.oid OPERATOR(pg_catalog.=) c.oprnamespace
        ORDER BY k.position
        """;

    /** Copies the list. */
    public BatchKey {
        columns = List.copyOf(columns);
    }

    /**
     * A column of the key.
     *
     * @param name its name
     * @param type its type, quoted and with its schema: the search_path may change between two batches
     * @param notNull whether every row has a value
     * @param operators the schema of the operators that compare its values
     */
    record Column(String name, String type, boolean notNull, String operators) {

        static Column read(ResultSet row) throws SQLException {
            String type = Identifiers.quote(row.getString(2), row.getString(3));
            return new Column(row.getString(1), type, row.getBoolean(4), row.getString(5));
        }

        String quoted() {
            return Identifiers.quote(name);
        }

        String operator(String symbol) {
            return " OPERATOR(" + Identifiers.quote(operators) + "." + symbol + ") ";
        }
    }

    /**
     * Looks the columns up.
     *
     * @throws RetortException when one is missing, or allows nulls
     */
    public static BatchKey read(Batches batches, MigrationConnection connection) throws SQLException {
        String table = BatchSql.table(batches);
        List<Column> columns = connection.query(COLUMNS, Column::read, batches.key(), table);
        check(batches, columns);
        return new BatchKey(table, columns);
    }

    private static void check(Batches batches, List<Column> columns) {
        if (columns.size() != batches.key().size()) {
            throw new RetortException(
                    "The batches of " + batches.table() + " cannot be created.",
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
                    "It can be null, and a row without a key would be in no batch.",
                    "Name columns that are NOT NULL, such as those of the primary key.");
        }
    }

    /** {@return what a resumed run has to find again, for the last key to mean the same} */
    public String description() {
        return columns.stream()
                .map(column -> column.quoted() + " " + column.type())
                .toList()
                .toString();
    }

    /**
     * {@return the query for where the next batch ends: its last key; no row when no key is left}
     *
     * @param after the key that the last batch ended with; {@code null} before the first
     * @param keys how many keys it spans at most
     */
    public String last(@Nullable String after, int keys) {
        String list = list(Column::quoted);
        return "SELECT last FROM (SELECT ARRAY[" + list(column -> column.quoted() + "::pg_catalog.text")
                + "]::pg_catalog.text AS last, pg_catalog.row_number() OVER (ORDER BY " + list
                + ") AS place FROM (SELECT " + list + " FROM " + table
                + (after == null ? "" : " WHERE " + beyond(after))
                + " ORDER BY " + list + " LIMIT " + keys + ") AS batch) AS numbered ORDER BY place DESC LIMIT 1";
    }

    /** {@return the condition for rows behind a key} */
    String beyond(String key) {
        return compare(">", key);
    }

    /** {@return the condition for rows up to a key} */
    String upTo(String key) {
        return compare("<=", key);
    }

    private String compare(String symbol, String key) {
        List<String> values = values(key);
        boolean alike = columns.stream().map(Column::operators).distinct().count() == 1;
        return alike
                ? "(" + list(Column::quoted) + ")" + columns.get(0).operator(symbol) + "(" + String.join(", ", values)
                        + ")"
                : compareEach(symbol, values);
    }

    /** A row can only be compared with one operator: columns of several schemas' operators are compared one by one. */
    private String compareEach(String symbol, List<String> values) {
        String strict = symbol.substring(0, 1);
        int last = columns.size() - 1;
        String condition = comparison(columns.get(last), symbol, values.get(last));
        for (int i = last - 1; i >= 0; i--) {
            condition = "(" + comparison(columns.get(i), strict + "=", values.get(i)) + " AND ("
                    + comparison(columns.get(i), strict, values.get(i)) + " OR " + condition + "))";
        }
        return condition;
    }

    private static String comparison(Column column, String symbol, String value) {
        return column.quoted() + column.operator(symbol) + value;
    }

    private String list(Function<Column, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(", "));
    }

    private List<String> values(String key) {
        List<String> values = new ArrayList<>();
        for (Column column : columns) {
            values.add("(" + Identifiers.literal(key) + "::pg_catalog.text[])[" + (values.size() + 1) + "]::"
                    + column.type());
        }
        return values;
    }
}
