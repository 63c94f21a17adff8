/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.internal.catalog.CatalogReader;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.lint.LintRequest;
import dev.retort.lint.Sizes;
import dev.retort.schema.DatabaseSchema;
import dev.retort.settings.TableNames;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is read of the real database.
 *
 * @param schema its schema without Retort's tables
 * @param sizes its sizes, or those of the request
 * @param invalidIndexes its INVALID indexes
 * @param published the tables of its publications
 * @param remarks what limits the reading
 */
record RealSchema(
        DatabaseSchema schema, Sizes sizes, Set<String> invalidIndexes, Set<String> published, List<String> remarks) {

    private static final String INVALID = """
        SELECT pg_catalog.concat(n.nspname, '.', c.relname)
          FROM pg_catalog.pg_index AS i
          JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
          JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
         WHERE NOT i.indisvalid AND c.relkind OPERATOR(pg_catalog.=) 'i'::pg_catalog."char"
        """;
    private static final String PUBLISHED =
            "SELECT pg_catalog.concat(schemaname, '.', tablename) FROM pg_catalog.pg_publication_tables";

    static RealSchema read(RunEnvironment environment, LintRequest request) {
        try (MigrationConnection connection = environment.source().open()) {
            environment.takeRole(connection);
            TableNames tables = environment.tables();
            DatabaseSchema schema =
                    new CatalogReader().read(connection, Scope.ofDatabase().without(tables.schema(), tables.all()));
            Sizes given = request.sizes();
            Sizes sizes = given != null ? given : new SizeReader(connection).read();
            return new RealSchema(schema, sizes, names(connection, INVALID), published(connection), List.of());
        } catch (SQLException e) {
            throw new DatabaseException("The schema of the database could not be read.", e);
        }
    }

    static Set<String> published(MigrationConnection connection) throws SQLException {
        return names(connection, PUBLISHED);
    }

    private static Set<String> names(MigrationConnection connection, String sql) throws SQLException {
        return new HashSet<>(connection.query(sql, row -> row.getString(1)));
    }
}
