/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.sql.Identifiers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row in each table, as databases have rows from before a range: what a revision does to rows, and what fails because of them,
 * is not seen in empty tables. Equal values everywhere let most foreign keys hold; a table that takes no such row has none.
 */
final class SampleRows {

    private static final String TABLES = """
        SELECT c.oid::pg_catalog.int8, n.nspname::pg_catalog.text, c.relname::pg_catalog.text
        FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
        WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p}') AND NOT c.relispartition
          AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'
          AND NOT (c.relname OPERATOR(pg_catalog.=) ANY (?::pg_catalog.name[]))
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
            WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid
              AND d.objid OPERATOR(pg_catalog.=) c.oid AND d.deptype OPERATOR(pg_catalog.=) 'e')
        ORDER BY 2, 3
        """;

    private static final String COLUMNS = """
        SELECT a.attname::pg_catalog.text, b.typcategory::pg_catalog.text, b.typname::pg_catalog.text,
            a.attnotnull AND NOT a.atthasdef,
            (SELECT e.enumlabel::pg_catalog.text FROM pg_catalog.pg_enum AS e
              WHERE e.enumtypid OPERATOR(pg_catalog.=) b.oid ORDER BY e.enumsortorder LIMIT 1)
        FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_type AS t ON t.oid OPERATOR(pg_catalog.=) a.atttypid
        JOIN pg_catalog.pg_type AS b
          ON b.oid OPERATOR(pg_catalog.=) coalesce((SELECT t.typbasetype WHERE t.typtype OPERATOR(pg_catalog.=) 'd'), t.oid)
        WHERE a.attrelid OPERATOR(pg_catalog.=) ?::pg_catalog.oid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
          AND a.attidentity OPERATOR(pg_catalog.=) '' AND a.attgenerated OPERATOR(pg_catalog.=) ''
        ORDER BY a.attnum
        """;

    private static final Map<String, String> OF_NAME = Map.of(
            "uuid",
            "00000000-0000-0000-0000-000000009973",
            "json",
            "{}",
            "jsonb",
            "{}",
            "bytea",
            "9973",
            "xml",
            "<a/>");

    private record Table(long oid, String name) {}

    private record Column(
            String name,
            String category,
            String type,
            boolean required,
            @Nullable String label) {}

    private final MigrationConnection connection;
    private final List<String> own;

    SampleRows(MigrationConnection connection, List<String> own) {
        this.connection = connection;
        this.own = own;
    }

    /** {@return how many tables have a row now} */
    int insert() throws SQLException {
        List<Table> left = new ArrayList<>(connection.query(
                TABLES, row -> new Table(row.getLong(1), Identifiers.quote(row.getString(2), row.getString(3))), own));
        int all = left.size();
        int before;
        do {
            before = left.size();
            List<Table> refused = new ArrayList<>();
            for (Table table : left) {
                if (!insert(table)) {
                    refused.add(table);
                }
            }
            left = refused;
        } while (left.size() < before);
        return all - left.size();
    }

    private boolean insert(Table table) throws SQLException {
        List<Column> columns = connection.query(
                COLUMNS,
                row -> new Column(
                        row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getString(5)),
                table.oid());
        List<Column> required = columns.stream().filter(Column::required).toList();
        return insert(table.name(), columns, "9973", "x9973")
                || insert(table.name(), columns, "1", "x")
                || insert(table.name(), required, "9973", "x9973")
                || insert(table.name(), required, "1", "x");
    }

    private boolean insert(String table, List<Column> columns, String number, String text) {
        String names =
                columns.stream().map(column -> Identifiers.quote(column.name())).collect(Collectors.joining(", "));
        String values =
                columns.stream().map(column -> value(column, number, text)).collect(Collectors.joining(", "));
        String sql = columns.isEmpty()
                ? "INSERT INTO " + table + " DEFAULT VALUES"
                : "INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")";
        try {
            return connection.inTransaction(() -> {
                connection.execute(sql);
                return true;
            });
        } catch (SQLException e) {
            return false;
        }
    }

    private static String value(Column column, String number, String text) {
        String value = switch (column.category()) {
            case "N" -> number;
            case "S" -> text;
            case "B" -> "true";
            case "D" -> "2001-01-01 00:00:00+00";
            case "T" -> "1 day";
            case "I" -> "127.0.0.1";
            case "A" -> "{}";
            case "R" -> "empty";
            default -> column.label() == null ? OF_NAME.get(column.type()) : column.label();
        };
        return value == null ? "NULL" : "'" + value.replace("'", "''") + "'";
    }
}
