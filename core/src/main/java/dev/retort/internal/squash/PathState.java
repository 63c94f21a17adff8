/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.internal.catalog.CatalogReader;
import dev.retort.internal.catalog.FilledTables;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.scratch.Scratch;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.part.DefaultGrant;
import dev.retort.settings.TableNames;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a path led to in a scratch database.
 *
 * @param schema its catalog
 * @param rows a digest of the rows of each table, and the position of each sequence
 * @param columns a digest of each column of each table
 * @param defaults its default privileges
 * @param settings the settings of the database
 */
record PathState(
        DatabaseSchema schema,
        Map<String, String> rows,
        Map<String, Map<String, String>> columns,
        List<DefaultGrant> defaults,
        List<String> settings) {

    private static final String SETTINGS = """
        SELECT pg_catalog.unnest(s.setconfig) FROM pg_catalog.pg_db_role_setting AS s
        JOIN pg_catalog.pg_database AS d ON d.oid OPERATOR(pg_catalog.=) s.setdatabase
        WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database() ORDER BY 1
        """;

    static PathState read(Scratch scratch, TableNames tables) throws SQLException {
        MigrationConnection connection = scratch.connection();
        FilledTables filled = new FilledTables(connection);
        Map<String, String> rows = filled.read(tables.all());
        Map<String, Map<String, String>> columns = new TreeMap<>();
        for (Map.Entry<String, String> table : rows.entrySet()) {
            if (!isSequence(table.getValue())) {
                columns.put(table.getKey(), filled.columns(table.getKey()));
            }
        }
        CatalogReader reader = new CatalogReader();
        Scope scope = Scope.ofDatabase().without(tables.schema(), tables.all());
        return new PathState(
                reader.read(connection, scope),
                rows,
                columns,
                reader.defaultGrants(connection),
                connection.query(SETTINGS, row -> row.getString(1)));
    }

    static boolean isSequence(String digest) {
        return digest.startsWith("at ");
    }
}
