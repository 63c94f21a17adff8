/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.sql.StatementSplitter;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.AutoSave;
import org.postgresql.jdbc.PreferQueryMode;

/** Clients that continue after an error, each in its own way. */
enum PlainClient {
    /** psql with its defaults, with variables that a script must not take. */
    PSQL {
        @Override
        List<String> run(String script, TestDatabase database, Path folder) {
            return psql(script, database, folder, "n=4", "x=1", "é=4");
        }
    },
    /** psql that makes a savepoint before each statement of one long transaction. */
    PSQL_WITH_SAVEPOINTS {
        @Override
        List<String> run(String script, TestDatabase database, Path folder) {
            return psql(script + "\nCOMMIT;\n", database, folder, "AUTOCOMMIT=off", "ON_ERROR_ROLLBACK=on");
        }
    },
    /** A client with a driver, each statement on its own. */
    DRIVER {
        @Override
        List<String> run(String script, TestDatabase database, Path folder) {
            return send(texts(script), database, true);
        }
    },
    /** A client with a driver that makes savepoints, and commits at the end. */
    DRIVER_WITH_SAVEPOINTS {
        @Override
        List<String> run(String script, TestDatabase database, Path folder) {
            return send(texts(script), database, false);
        }
    };

    /**
     * Runs a script to its end, whatever fails.
     *
     * @return the errors
     */
    abstract List<String> run(String script, TestDatabase database, Path folder);

    /** {@return the statements of a script} */
    static List<String> texts(String script) {
        return StatementSplitter.split(script, 1).stream()
                .map(SqlStatement::text)
                .toList();
    }

    static List<String> send(List<String> statements, TestDatabase database, boolean autocommit) {
        List<String> errors = new ArrayList<>();
        PGSimpleDataSource dataSource = (PGSimpleDataSource) database.dataSource();
        dataSource.setPreferQueryMode(PreferQueryMode.SIMPLE);
        dataSource.setAutosave(autocommit ? AutoSave.NEVER : AutoSave.ALWAYS);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(autocommit);
            statement.setEscapeProcessing(false);
            for (String text : statements) {
                try {
                    statement.execute(text);
                } catch (SQLException e) {
                    errors.add(String.valueOf(e.getMessage()));
                }
            }
            if (!autocommit) {
                connection.commit();
            }
            return errors;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> psql(String script, TestDatabase database, Path folder, String... variables) {
        assumeTrue(Psql.isInstalled(), "psql is not on the PATH: nothing to run the script with");
        try {
            Path file = Files.writeString(folder.resolve("script.txt"), script);
            List<String> line = new ArrayList<>(List.of("psql", "-X", "-q", "-h", "localhost", "-U", database.user()));
            line.addAll(List.of("-p", Integer.toString(database.port()), "-d", database.name(), "-f", file.toString()));
            for (String variable : variables) {
                line.addAll(List.of("-v", variable));
            }
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            Files.delete(file);
            return output.lines().filter(text -> text.contains("ERROR:")).toList();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
