/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.catalog.query.CatalogChangedException;
import dev.retort.internal.catalog.query.CatalogRow;
import dev.retort.internal.catalog.query.CatalogSession;
import dev.retort.internal.catalog.query.NoSchemaException;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.part.DefaultGrant;
import dev.retort.schema.part.Grant;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads the schema of a database from its catalog. Has no state; safe for use by several threads.
 *
 * <p>What a parent made of a partition or an inheriting table (keys, foreign keys, indexes, triggers) is not repeated
 * there; columns and checks are, and say that they are inherited. Not read: owners, security labels,
 * per-column options such as {@code n_distinct}, the type of a typed table, {@code CLUSTER ON}, the access method of a
 * materialized view, and objects without a schema: event triggers, publications, foreign servers.
 */
public final class CatalogReader {

    /**
     * Reads.
     *
     * <p>Opens a read-only transaction and reads the database at one moment; must be called outside of a
     * transaction. Takes no locks but those that PostgreSQL takes for a moment while it renders an expression. What it
     * sets in the session, the search path first of all, ends with the transaction.
     *
     * @param connection where to read
     * @param scope what to read
     * @throws NoSchemaException when the session's schemas are asked for and its search path names none that exists
     * @throws CatalogChangedException if another session changed the schema meanwhile
     * @throws SQLException when the server refuses, which can also be because another session dropped an object that is
     *     being read
     */
    public DatabaseSchema read(MigrationConnection connection, Scope scope) throws SQLException {
        return connection.inTransaction(
                () -> new CatalogReading(CatalogSession.begin(connection, scope), scope).read());
    }

    /**
     * Reads what default privileges of the session's role give on each new object.
     *
     * @param connection where to read
     */
    public List<DefaultGrant> defaultGrants(MigrationConnection connection) throws SQLException {
        return connection.inTransaction(() -> CatalogSession.begin(connection, Scope.ofDatabase())
                .query("default_grants", CatalogReader::defaultGrant));
    }

    private static DefaultGrant defaultGrant(CatalogRow row) throws SQLException {
        Grant grant = new Grant(row.text("grantee"), row.text("privilege"), row.flag("grantable"), row.flag("revoked"));
        return new DefaultGrant(row.textOrNull("schema"), row.code("kind"), grant);
    }
}
