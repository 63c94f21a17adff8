/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.catalog;

import dev.retort.jdbc.ConnectionSource;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.schema.DatabaseSchema;
import dev.retort.sql.SqlStatement;
import dev.retort.sql.StatementSplitter;
import dev.retort.test.Golden;
import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The schemas in {@code src/test/resources/dev/retort/catalog/cases}. The first line of one that not every version takes is
 * {@code -- since: 15}.
 */
final class CatalogCases {

    private static final Pattern SINCE = Pattern.compile("-- since: (\\d+)\n");

    private CatalogCases() {}

    /** {@return the cases that the server of this run takes} */
    static List<Path> all() {
        return Golden.cases("dev/retort/catalog/cases").stream()
                .filter(file -> since(file) <= serverVersion())
                .toList();
    }

    /** {@return the major version of the server of this run} */
    static int serverVersion() {
        String version = System.getProperty("postgres.version", "17.6.0");
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    private static int since(Path file) {
        Matcher first = SINCE.matcher(Golden.read(file));
        return first.lookingAt() ? Integer.parseInt(first.group(1)) : 0;
    }

    /** Makes a database with the schema of a case. */
    static TestDatabase create(Path file) {
        TestDatabase database = TestDatabase.create();
        execute(database, Golden.read(file));
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
