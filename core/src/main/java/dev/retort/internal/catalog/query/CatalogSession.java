/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog.query;

import dev.retort.internal.jdbc.MigrationConnection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A transaction in which the catalog renders everything the same way whatever the session's settings are. */
public final class CatalogSession {

    /** What PostgreSQL's renderings depend on; and no compiler for queries that take milliseconds. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("search_path", "pg_catalog, pg_temp"),
            Map.entry("quote_all_identifiers", "off"),
            Map.entry("standard_conforming_strings", "on"),
            Map.entry("TimeZone", "UTC"),
            Map.entry("DateStyle", "ISO, YMD"),
            Map.entry("IntervalStyle", "postgres"),
            Map.entry("extra_float_digits", "1"),
            Map.entry("bytea_output", "hex"),
            Map.entry("jit", "off"));

    private static final String SET = """
        SELECT pg_catalog.set_config(s.name, s.value, true) FROM ROWS FROM (
            pg_catalog.unnest(?::pg_catalog.text[]), pg_catalog.unnest(?::pg_catalog.text[])) AS s (name, value)
        """;

    /** Without the server's own, which a search_path may name. */
    private static final String SESSION_SCHEMAS = """
        SELECT ARRAY(
            SELECT s.name::pg_catalog.text FROM pg_catalog.unnest(pg_catalog.current_schemas(false))
                WITH ORDINALITY AS s (name, position)
            WHERE s.name OPERATOR(pg_catalog.!~) '^pg_' ORDER BY s.position) AS schemas,
            pg_catalog.current_setting('search_path') AS path
        """;

    private final MigrationConnection connection;
    private final int majorVersion;
    private final List<String> schemas;

    private CatalogSession(MigrationConnection connection, int majorVersion, List<String> schemas) {
        this.connection = connection;
        this.majorVersion = majorVersion;
        this.schemas = schemas;
    }

    /** Sets the transaction up that is open and in which nothing has been done yet. */
    public static CatalogSession begin(MigrationConnection connection, Scope scope) throws SQLException {
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        List<String> schemas =
                scope.selection() == Scope.Selection.SESSION ? schemasOfSession(connection) : scope.schemas();
        connection.query(
                SET, row -> row.getString(1), new ArrayList<>(SETTINGS.keySet()), new ArrayList<>(SETTINGS.values()));
        return new CatalogSession(connection, connection.majorVersion(), schemas);
    }

    private static List<String> schemasOfSession(MigrationConnection connection) throws SQLException {
        CatalogRow.Reader<List<String>> reader = row -> {
            List<String> schemas = row.texts("schemas");
            if (schemas.isEmpty()) {
                throw new NoSchemaException(row.text("path"));
            }
            return schemas;
        };
        return connection.queryOne(SESSION_SCHEMAS, row -> reader.read(new CatalogRow(row)));
    }

    /** {@return the schemas that are asked for by name} */
    public List<String> schemas() {
        return schemas;
    }

    /** Runs the query of this name and reads all its rows. */
    public <T> List<T> query(String name, CatalogRow.Reader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        return connection.query(
                CatalogSql.read(name, majorVersion), row -> reader.read(new CatalogRow(row)), parameters);
    }
}
