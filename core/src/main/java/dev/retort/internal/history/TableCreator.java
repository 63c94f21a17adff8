/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.error.RetortException;
import dev.retort.internal.history.table.GuardedReader;
import dev.retort.internal.history.table.MissingTables;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.history.table.UnsafeTableException;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.SqlState;
import dev.retort.internal.sql.Identifiers;
import java.sql.SQLException;

/** Creates Retort's tables. Only with the migration lock held, so that no other run creates them at the same time. */
public final class TableCreator {

    private static final String MISSING = """
        SELECT pg_catalog.count(*) OPERATOR(pg_catalog.<) pg_catalog.cardinality(?::pg_catalog.text[])
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
        WHERE n.nspname OPERATOR(pg_catalog.=) ?::pg_catalog.name
          AND c.relname OPERATOR(pg_catalog.=) ANY (?::pg_catalog.name[])
          AND (c.relname OPERATOR(pg_catalog.<>) ?::pg_catalog.name OR (
            SELECT pg_catalog.count(*) FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND NOT a.attisdropped
              AND a.attname OPERATOR(pg_catalog.=) ANY ('{version_table,placeholders,work}'::pg_catalog.name[]))
                OPERATOR(pg_catalog.=) 3)
        """;

    private final MigrationConnection connection;

    /**
     * Creates a creator.
     *
     * @param connection the connection that holds the migration lock
     */
    public TableCreator(MigrationConnection connection) {
        this.connection = connection;
    }

    /**
     * Creates a schema that does not exist.
     *
     * @throws RetortException when it exists meanwhile: it may be another role's
     */
    public void createSchema(String schema) throws SQLException {
        try {
            connection.execute("CREATE SCHEMA " + Identifiers.quote(schema));
        } catch (SQLException e) {
            if (SqlState.is(SqlState.DUPLICATE_SCHEMA, e)) {
                throw appeared("Schema " + schema, "the schema", e);
            }
            throw e;
        }
    }

    /**
     * Creates the tables that are missing, in one transaction, which commits only tables that are safe to use.
     *
     * @throws RetortException when a table exists meanwhile
     * @throws UnsafeTableException when one of the tables is unsafe
     */
    public void createMissing(DatabaseState state) throws SQLException {
        Tables tables = state.tables();
        if (state.hasAllColumns() && !isMissing(tables)) {
            return;
        }
        connection.inTransaction(() -> {
            createHere(state);
            return true;
        });
    }

    /** Creates the tables that are missing in the transaction that is open. */
    public void createHere(DatabaseState state) throws SQLException {
        Tables tables = state.tables();
        try {
            connection.execute(new MissingTables(tables).statement(state.versionTable() == null));
            new GuardedReader(connection, tables.guard()).refuseUnsafe(tables.all());
        } catch (SQLException e) {
            if (SqlState.is(SqlState.DUPLICATE_TABLE, e)) {
                throw appeared("A table in schema " + tables.schema(), "its tables", e);
            }
            throw e;
        }
    }

    private boolean isMissing(Tables tables) throws SQLException {
        return connection.queryOne(
                MISSING,
                row -> row.getBoolean(1),
                tables.names().all(),
                tables.schema(),
                tables.names().all(),
                tables.names().history());
    }

    private static RetortException appeared(String what, String created, SQLException cause) {
        return new RetortException(
                what + " appeared while Retort created " + created + ": " + cause.getMessage() + ".",
                "Retort does not use what another session created: it could run code of another role.",
                "Find out who created it. Retort checks it at the next run.",
                cause);
    }
}
