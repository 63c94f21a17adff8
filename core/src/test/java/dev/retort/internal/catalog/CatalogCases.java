/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.sql.StatementSplitter;
import dev.retort.schema.DatabaseSchema;
import dev.retort.test.Golden;
import dev.retort.test.Since;
import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The schemas in {@code src/test/resources/dev/retort/catalog/cases}. */
final class CatalogCases {

    private CatalogCases() {}

    static List<Path> all() {
        return Golden.cases("dev/retort/catalog/cases");
    }

    /** Makes a database with the schema of a case; skips the test where the server does not know what is in it. */
    static TestDatabase create(Path file) {
        String sql = Golden.read(file);
        Since.assume(Since.of(sql));
        TestDatabase database = TestDatabase.create();
        execute(database, sql);
        return database;
    }

    static void execute(TestDatabase database, String sql) {
        database.execute(
                StatementSplitter.split(sql, 1).stream().map(SqlStatement::text).toArray(String[]::new));
    }

    static DatabaseSchema read(TestDatabase database, Scope scope) throws SQLException {
        return read(database.dataSource(), scope);
    }

    static DatabaseSchema read(DataSource dataSource, Scope scope) throws SQLException {
        try (MigrationConnection connection = open(dataSource)) {
            return new CatalogReader().read(connection, scope);
        }
    }

    static MigrationConnection open(DataSource dataSource) {
        return new ConnectionSource(dataSource, 0, duration -> {}).open();
    }
}
