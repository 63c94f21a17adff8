/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.sql.Identifiers;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what a database holds: a digest of the rows of each table, of each of its columns, and the sequences. */
public final class FilledTables {

    private static final String TABLES = """
        SELECT n.nspname::pg_catalog.text, c.relname::pg_catalog.text, c.relkind OPERATOR(pg_catalog.=) 'S'
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
        WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,m,S}')
          AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'
          AND NOT (c.relname OPERATOR(pg_catalog.=) ANY (?::pg_catalog.name[]))
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
            WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid
              AND d.objid OPERATOR(pg_catalog.=) c.oid AND (d.deptype OPERATOR(pg_catalog.=) 'e'
                OR d.refobjid OPERATOR(pg_catalog.=) ANY (
                    SELECT o.oid FROM pg_catalog.pg_class AS o
                    WHERE o.relname OPERATOR(pg_catalog.=) ANY (?::pg_catalog.name[]))))
        ORDER BY 1, 2
        """;

    private static final String DIGEST = "SELECT pg_catalog.concat(pg_catalog.count(*), ' rows ',"
            + " pg_catalog.md5(pg_catalog.string_agg(pg_catalog.md5(%1$s), '' ORDER BY pg_catalog.md5(%1$s)))) FROM %2$s AS t";

    private static final String COLUMNS = """
        SELECT a.attname::pg_catalog.text, pg_catalog.format_type(a.atttypid, NULL)
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid OPERATOR(pg_catalog.=) ?::pg_catalog.regclass::pg_catalog.oid
          AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
        ORDER BY a.attnum
        """;

    private final MigrationConnection connection;

    /**
     * Creates a reader.
     *
     * @param connection a session in the database
     */
    public FilledTables(MigrationConnection connection) {
        this.connection = connection;
    }

    private record Relation(String name, boolean sequence) {}

    /**
     * Reads all tables and sequences.
     *
     * @param own the names of Retort's tables, which are left out
     * @return what they hold
     */
    public TableRows read(List<String> own) throws SQLException {
        List<Relation> relations = connection.query(
                TABLES,
                row -> new Relation(Identifiers.quote(row.getString(1), row.getString(2)), row.getBoolean(3)),
                own,
                own);
        Map<String, String> found = new TreeMap<>();
        Map<String, Map<String, String>> columns = new TreeMap<>();
        for (Relation relation : relations) {
            if (relation.sequence()) {
                String sql = "SELECT pg_catalog.concat('at ', last_value, ' ', is_called) FROM " + relation.name();
                found.put(relation.name(), connection.queryOne(sql, row -> row.getString(1)));
            } else {
                Map<String, String> types = new TreeMap<>();
                connection.query(COLUMNS, row -> types.put(row.getString(1), row.getString(2)), relation.name());
                found.put(relation.name(), rows(relation.name(), types.keySet()));
                columns.put(relation.name(), columns(relation.name(), types));
            }
        }
        return new TableRows(found, columns);
    }

    /** {@return a digest of the rows, which the order of columns does not change} */
    private String rows(String table, Collection<String> columns) throws SQLException {
        String row = columns.stream()
                .map(column -> "t." + Identifiers.quote(column))
                .collect(Collectors.joining(", ", "ROW(", ")::pg_catalog.text"));
        return connection.queryOne(DIGEST.formatted(row, table), found -> found.getString(1));
    }

    private Map<String, String> columns(String table, Map<String, String> types) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        List<String> lasting = types.keySet().stream()
                .filter(column -> !RowDifference.isOfEachRun(column + " " + types.get(column)))
                .toList();
        found.put(RowDifference.COMBINATION, rows(table, lasting));
        for (Map.Entry<String, String> column : types.entrySet()) {
            String value = "coalesce(t." + Identifiers.quote(column.getKey()) + "::pg_catalog.text, 'NULL')";
            found.put(
                    column.getKey() + " " + column.getValue(),
                    connection.queryOne(DIGEST.formatted(value, table), row -> row.getString(1)));
        }
        return found;
    }
}
