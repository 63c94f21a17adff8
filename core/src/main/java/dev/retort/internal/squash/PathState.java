/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.internal.catalog.CatalogReader;
import dev.retort.internal.catalog.FilledTables;
import dev.retort.internal.catalog.TableRows;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.scratch.Scratch;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.part.DefaultGrant;
import dev.retort.settings.TableNames;
import java.sql.SQLException;
import java.util.List;

/**
 * The state of a scratch database after a path.
 *
 * @param schema its catalog
 * @param rows what its tables and sequences hold
 * @param defaults its default privileges
 * @param settings the settings of the database
 * @param others what the catalog does not describe, a line each: {@link OtherObjects}
 */
record PathState(
        DatabaseSchema schema,
        TableRows rows,
        List<DefaultGrant> defaults,
        List<String> settings,
        List<String> others) {

    private static final String SETTINGS = """
        SELECT pg_catalog.unnest(s.setconfig) FROM pg_catalog.pg_db_role_setting AS s
        JOIN pg_catalog.pg_database AS d ON d.oid OPERATOR(pg_catalog.=) s.setdatabase
        WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database() ORDER BY 1
        """;

    static PathState read(Scratch scratch, TableNames tables) throws SQLException {
        MigrationConnection connection = scratch.connection();
        CatalogReader reader = new CatalogReader();
        Scope scope = Scope.ofDatabase().without(tables.schema(), tables.all());
        return new PathState(
                reader.read(connection, scope),
                new FilledTables(connection).read(tables.all()),
                reader.defaultGrants(connection),
                connection.query(SETTINGS, row -> row.getString(1)),
                OtherObjects.read(connection, tables.all()));
    }
}
