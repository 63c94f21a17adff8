/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.catalog;

import dev.retort.jdbc.MigrationConnection;
import dev.retort.schema.DatabaseSchema;
import java.sql.SQLException;

/** Reads the schema of a database from its catalog. Has no state; safe for use by several threads. */
public final class CatalogReader {

    /**
     * Reads.
     *
     * <p>Opens a read-only transaction of its own and sees the database as it was at one moment; must be called outside of a
     * transaction. Takes no locks but those that PostgreSQL takes for a moment while it renders an expression. What it sets
     * in the session, the search path first of all, ends with the transaction.
     *
     * @param connection where to read
     * @param scope what to read
     * @throws NoSchemaException when the session's schemas are asked for and its search path names none that exists
     * @throws SQLException when the server refuses, or when somebody drops what is being read
     */
    public DatabaseSchema read(MigrationConnection connection, Scope scope) throws SQLException {
        return connection.inTransaction(() -> new Reading(CatalogSession.begin(connection, scope), scope).read());
    }
}
