/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.autogenerate;

import dev.retort.internal.catalog.CatalogReader;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.DefaultGrant;
import dev.retort.settings.TableNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads schemas without Retort's own tables. */
final class SchemaReader {

    /** Without the server's own, which a search_path may name. */
    private static final String SESSION_SCHEMAS = """
        SELECT s.name FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) WITH ORDINALITY AS s (name, position)
         WHERE s.name OPERATOR(pg_catalog.!~) '^pg_' ORDER BY s.position
        """;

    /** Without the server's own, an extension's, and those in which a tool of migration keeps its tables. */
    private static final String OTHER_SCHEMAS = """
        SELECT n.nspname FROM pg_catalog.pg_namespace n
         WHERE n.nspname OPERATOR(pg_catalog.!~) '^pg_'
           AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'
           AND NOT EXISTS (
               SELECT FROM pg_catalog.pg_class c
                WHERE c.relnamespace OPERATOR(pg_catalog.=) n.oid
                  AND c.relname::pg_catalog.text OPERATOR(pg_catalog.=) ANY (?::pg_catalog.text[]))
           AND NOT EXISTS (
               SELECT FROM pg_catalog.pg_depend d
                WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_namespace'::pg_catalog.regclass
                  AND d.objid OPERATOR(pg_catalog.=) n.oid AND d.deptype OPERATOR(pg_catalog.=) 'e')
         ORDER BY n.nspname
        """;

    private final ComparisonSettings settings;
    private final CatalogReader reader = new CatalogReader();

    SchemaReader(ComparisonSettings settings) {
        this.settings = settings;
    }

    /**
     * A database at one moment.
     *
     * @param schema all of it
     * @param version its server
     * @param session the schemas that a session uses
     * @param schemasWithoutTools the schemas in which no tool of migration keeps its tables
     */
    record Whole(
            DatabaseSchema schema, ServerVersion version, List<String> session, List<String> schemasWithoutTools) {}

    DatabaseSchema whole(MigrationConnection connection) throws SQLException {
        return reader.read(connection, own(Scope.ofDatabase()));
    }

    DatabaseSchema of(MigrationConnection connection, Set<String> schemas) throws SQLException {
        return reader.read(connection, own(Scope.of(new ArrayList<>(schemas))));
    }

    Whole wholeWithSession(MigrationConnection connection) throws SQLException {
        return new Whole(
                whole(connection),
                new ServerVersion(connection.majorVersion()),
                sessionSchemas(connection),
                schemasWithoutTools(connection));
    }

    List<String> sessionSchemas(MigrationConnection connection) throws SQLException {
        String schema = settings.session().schema();
        return schema != null ? List.of(schema) : connection.query(SESSION_SCHEMAS, row -> row.getString(1));
    }

    List<DefaultGrant> defaultGrants(MigrationConnection connection) throws SQLException {
        return reader.defaultGrants(connection);
    }

    List<String> schemasWithoutTools(MigrationConnection connection) throws SQLException {
        String tables = own(Scope.ofDatabase()).ignored().stream()
                .map(table -> Identifiers.quote(table.name()))
                .map(name -> name.startsWith("\"") ? name : "\"" + name + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        return connection.query(OTHER_SCHEMAS, row -> row.getString(1), tables);
    }

    private Scope own(Scope scope) {
        TableNames tables = settings.tables();
        return scope.without(tables.schema(), tables.all());
    }
}
