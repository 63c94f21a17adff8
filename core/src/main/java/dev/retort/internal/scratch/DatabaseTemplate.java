/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.internal.jdbc.MigrationConnection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a scratch database: what was read of another one.
 *
 * @param majorVersion the server's; 0 when there is no real one
 * @param locale encoding and locale; {@code null} for the server's own
 * @param schemas the schemas that are not part of an extension
 * @param extensions in the order in which they were made
 * @param searchPath the schemas in which the session looks and makes objects
 * @param settings what decides how objects are made
 * @param roles the roles of the server, to which a model may refer
 */
public record DatabaseTemplate(
        int majorVersion,
        @Nullable DatabaseLocale locale,
        List<String> schemas,
        List<Extension> extensions,
        List<String> searchPath,
        Map<String, String> settings,
        List<String> roles) {

    private static final String SCHEMAS = """
        SELECT nspname FROM pg_catalog.pg_namespace AS n
         WHERE nspname OPERATOR(pg_catalog.!~) '^pg_' AND nspname OPERATOR(pg_catalog.<>) 'information_schema'
           AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                            WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_namespace'::pg_catalog.regclass
                              AND d.objid OPERATOR(pg_catalog.=) n.oid AND d.deptype OPERATOR(pg_catalog.=) 'e')
         ORDER BY nspname
        """;
    private static final String EXTENSIONS = """
        SELECT e.extname, n.nspname, e.extversion
          FROM pg_catalog.pg_extension AS e
          JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) e.extnamespace
         WHERE e.extname OPERATOR(pg_catalog.<>) 'plpgsql' ORDER BY e.oid
        """;
    private static final String SETTINGS = """
        SELECT name, setting FROM pg_catalog.pg_settings
         WHERE name OPERATOR(pg_catalog.=) ANY (
             '{default_table_access_method,default_tablespace,default_toast_compression,xmloption}')
         ORDER BY name
        """;
    /** The server's own schemas are in it where a path names them: they are in every path anyway. */
    private static final String SEARCH_PATH = """
        SELECT s.name FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) WITH ORDINALITY AS s (name, position)
         WHERE s.name OPERATOR(pg_catalog.!~) '^pg_' ORDER BY s.position
        """;

    private static final String ROLES = "SELECT rolname FROM pg_catalog.pg_roles"
            + " WHERE rolname OPERATOR(pg_catalog.!~) '^pg_' ORDER BY rolname";

    /** Copies the collections. */
    public DatabaseTemplate {
        schemas = List.copyOf(schemas);
        extensions = List.copyOf(extensions);
        searchPath = List.copyOf(searchPath);
        settings = Map.copyOf(settings);
        roles = List.copyOf(roles);
    }

    /**
     * An extension of the real database.
     *
     * @param name its name
     * @param schema where its objects are
     * @param version its version
     */
    public record Extension(String name, String schema, String version) {}

    /** {@return what is known when there is no real database} */
    static DatabaseTemplate plain(@Nullable String schema) {
        List<String> schemas = schema == null ? List.of("public") : List.of(schema);
        return new DatabaseTemplate(0, null, schemas, List.of(), schemas, Map.of(), List.of());
    }

    /**
     * Reads the real database.
     *
     * @param real a session as a migration has it
     * @param schema the schema of migrations, which need not exist yet; {@code null} for the session's own
     * @throws SQLException when the server refuses
     */
    public static DatabaseTemplate read(MigrationConnection real, @Nullable String schema) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        real.query(SETTINGS, row -> settings.put(row.getString(1), row.getString(2)));
        return new DatabaseTemplate(
                real.majorVersion(),
                DatabaseLocale.read(real),
                names(real, SCHEMAS),
                real.query(EXTENSIONS, row -> new Extension(row.getString(1), row.getString(2), row.getString(3))),
                schema == null ? names(real, SEARCH_PATH) : List.of(schema),
                settings,
                names(real, ROLES));
    }

    private static List<String> names(MigrationConnection real, String sql) throws SQLException {
        return real.query(sql, row -> row.getString(1));
    }
}
