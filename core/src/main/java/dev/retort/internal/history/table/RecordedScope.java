/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The scope of the newest row of the history: rows of another schema of scripts, or of another version
 * table, are those of another database.
 *
 * @param scriptsSchema the schema in which the scripts worked; {@code null} when it was not recorded
 * @param schemaExists whether that schema exists
 * @param versionTable the name of the version table
 * @param tableExists whether that table exists beside the history
 */
public record RecordedScope(
        @Nullable String scriptsSchema, boolean schemaExists, String versionTable, boolean tableExists) {

    /** Reads the columns as JSON, because tables of older builds lack them. */
    public static final String COLUMNS = """
        SELECT r.recorded OPERATOR(pg_catalog.->>) 'scripts_schema' AS scripts_schema,
               r.recorded OPERATOR(pg_catalog.->>) 'version_table' AS version_table
        FROM (SELECT h.id, pg_catalog.row_to_json(h) AS recorded FROM {history} AS h) AS r
        WHERE (r.recorded OPERATOR(pg_catalog.->>) 'version_table') IS NOT NULL
        ORDER BY r.id DESC LIMIT 1
        """;

    /** The scope, with the name of the tables' schema as parameter. */
    public static final String SQL = """
        SELECT scope.scripts_schema, EXISTS (SELECT FROM pg_catalog.pg_namespace AS n
                   WHERE n.nspname::pg_catalog.text OPERATOR(pg_catalog.=) scope.scripts_schema),
               scope.version_table, EXISTS (SELECT FROM pg_catalog.pg_class AS c
                   JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
                   WHERE n.nspname::pg_catalog.text OPERATOR(pg_catalog.=) {tables_schema}
                       AND c.relname::pg_catalog.text OPERATOR(pg_catalog.=) scope.version_table)
        FROM (
        """ + COLUMNS + ") AS scope";

    public static RecordedScope read(ResultSet row) throws SQLException {
        return new RecordedScope(row.getString(1), row.getBoolean(2), row.getString(3), row.getBoolean(4));
    }

    /** {@return whether the rows are those of another version table, which exists} */
    public boolean isOfAnotherVersionTable(Tables tables) {
        return tableExists && !versionTable.equals(tables.names().version());
    }

    /** {@return whether the rows are those of another schema, which exists and is not the one that has the tables} */
    public boolean isOfAnotherSchema(Tables tables) {
        String now = tables.scriptsSchema();
        return schemaExists
                && scriptsSchema != null
                && now != null
                && !now.equals(scriptsSchema)
                && !now.equals(tables.schema());
    }
}
