/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.autogenerate;

import dev.retort.internal.catalog.CatalogReader;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.name.ServerVersion;
import dev.retort.settings.TableNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads databases without the tables that Retort keeps there. */
final class SchemaReading {

    /** Without the server's own, which a search_path may name. */
    private static final String SESSION_SCHEMAS = """
        SELECT s.name FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) WITH ORDINALITY AS s (name, position)
         WHERE s.name OPERATOR(pg_catalog.!~) '^pg_' ORDER BY s.position
        """;

    private final ComparisonSettings settings;
    private final CatalogReader reader = new CatalogReader();

    SchemaReading(ComparisonSettings settings) {
        this.settings = settings;
    }

    /**
     * A database as it was at one moment.
     *
     * @param schema all of it
     * @param version its server
     * @param session the schemas that a session uses
     */
    record Whole(DatabaseSchema schema, ServerVersion version, List<String> session) {}

    DatabaseSchema whole(MigrationConnection connection) throws SQLException {
        return reader.read(connection, own(Scope.ofDatabase()));
    }

    DatabaseSchema of(MigrationConnection connection, Set<String> schemas) throws SQLException {
        return reader.read(connection, own(Scope.of(new ArrayList<>(schemas))));
    }

    Whole wholeWithSession(MigrationConnection connection) throws SQLException {
        return new Whole(whole(connection), new ServerVersion(connection.majorVersion()), sessionSchemas(connection));
    }

    List<String> sessionSchemas(MigrationConnection connection) throws SQLException {
        String schema = settings.session().schema();
        return schema != null ? List.of(schema) : connection.query(SESSION_SCHEMAS, row -> row.getString(1));
    }

    private Scope own(Scope scope) {
        TableNames tables = settings.tables();
        return scope.without(tables.schema(), tables.all());
    }
}
