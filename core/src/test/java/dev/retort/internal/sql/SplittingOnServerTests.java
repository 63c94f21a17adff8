/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.retort.test.Golden;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What was split runs, statement by statement, on a real server. */
class SplittingOnServerTests {

    private static final Path FOLDER = Path.of("src/test/resources/dev/retort/sql");

    @Test
    void runsTrickyStatements() {
        try (TestDatabase database = TestDatabase.create()) {
            run(database, "tricky.sql");
            assertThat(database.query("SELECT a, b FROM t ORDER BY a"))
                    .containsExactly(
                            "1|one;",
                            "2|two;",
                            "3|null",
                            "4|it's -- not a comment",
                            "5|five\nlines",
                            "6|six';",
                            "7|seven;",
                            "8|eight");
        }
    }

    @Test
    void runsBodiesOfTheSqlStandard() {
        try (TestDatabase database = TestDatabase.create()) {
            int version = Integer.parseInt(database.query("SELECT current_setting('server_version_num')")
                    .get(0));
            assumeThat(version).as("BEGIN ATOMIC came with PostgreSQL 14").isGreaterThanOrEqualTo(140000);
            run(database, "tricky-14.sql");
            assertThat(database.query("SELECT * FROM log")).containsExactly("minus;", "minus;");
        }
    }

    private static void run(TestDatabase database, String file) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (SqlStatement next : StatementSplitter.split(Golden.read(FOLDER.resolve(file)), 1)) {
                if (next.copyData() == null) {
                    statement.execute(next.text());
                } else {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(next.text(), new StringReader(next.copyData()));
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
