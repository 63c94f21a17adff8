/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.sql.StatementSplitter;
import dev.retort.test.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** Runs scripts as psql does. */
enum Psql {
    /** The program itself; tests are skipped where it is not installed. */
    PROGRAM {
        @Override
        @Nullable
        String run(String script, TestDatabase database, Path folder) {
            Assumptions.assumeTrue(isInstalled(), "psql is not on the PATH: nothing to run the script with");
            try {
                Path file = Files.writeString(folder.resolve("script.psql"), script);
                Process process = new ProcessBuilder(
                                "psql",
                                "-X",
                                "-q",
                                "-v",
                                "n=4",
                                "-v",
                                "x=1",
                                "-v",
                                "é=4",
                                "-h",
                                "localhost",
                                "-p",
                                Integer.toString(database.port()),
                                "-U",
                                database.user(),
                                "-d",
                                database.name(),
                                "-f",
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                Files.delete(file);
                return process.waitFor() == 0 ? null : output;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    },
    /** The splitter and the driver: sends the statements one by one, unchanged, and stops at the first error. */
    DRIVER {
        @Override
        @Nullable
        String run(String script, TestDatabase database, Path folder) {
            String sql = script.lines()
                    .filter(line -> !line.startsWith("\\set ") && !line.startsWith("\\pset "))
                    .collect(Collectors.joining("\n", "", "\n"));
            PGSimpleDataSource dataSource = (PGSimpleDataSource) database.dataSource();
            dataSource.setPreferQueryMode(PreferQueryMode.SIMPLE);
            try (Connection connection = dataSource.getConnection()) {
                for (SqlStatement statement : StatementSplitter.split(sql, 1)) {
                    send(statement, connection);
                }
                return null;
            } catch (SQLException | IOException e) {
                return String.valueOf(e.getMessage());
            }
        }

        private void send(SqlStatement sql, Connection connection) throws SQLException, IOException {
            String data = sql.copyData();
            if (data != null) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql.text(), new StringReader(data));
                return;
            }
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(sql.text());
            }
        }
    };

    /**
     * Runs a script.
     *
     * @return {@code null} when it ran to its end; otherwise what stopped it
     */
    @Nullable
    abstract String run(String script, TestDatabase database, Path folder);

    static boolean isInstalled() {
        return Arrays.stream(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "psql")));
    }
}
