/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of a database, by table and column.
 *
 * @param values the texts of a column's values, sorted, by {@code schema.table.column}
 */
record Rows(Map<String, List<String>> values) {

    private static final String COLUMNS = """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), quote_ident(a.attname)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^pg_'
              AND n.nspname <> 'information_schema'
            """;

    static Rows in(Connection connection) {
        Map<String, List<String>> values = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            List<String[]> columns = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(COLUMNS)) {
                while (rows.next()) {
                    columns.add(new String[] {rows.getString(1), rows.getString(2)});
                }
            }
            for (String[] column : columns) {
                values.put(String.join(".", column), read(statement, column[0], column[1]));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Rows(values);
    }

    private static List<String> read(Statement statement, String table, String column) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT " + column + "::text FROM " + table + " ORDER BY 1")) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** {@return the columns that are there still, and have other values} */
    List<String> lostIn(Connection connection, String when) {
        Rows now = in(connection);
        List<String> lost = new ArrayList<>();
        new TreeMap<>(values).forEach((column, old) -> {
            List<String> there = now.values.get(column);
            if (there != null && !there.equals(old)) {
                lost.add(when + " " + column + " has " + there + " instead of " + old);
            }
        });
        return lost;
    }
}
