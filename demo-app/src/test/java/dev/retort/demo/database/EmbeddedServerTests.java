/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.test.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class EmbeddedServerTests {

    private final Path folder;

    EmbeddedServerTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void keepsTheDataWhenItStartsAgain() throws Exception {
        try (EmbeddedServer server = open()) {
            execute(server, "CREATE TABLE kept AS SELECT 42 AS answer");
        }

        try (EmbeddedServer server = open()) {
            assertThat(answer(server)).isEqualTo(42);
        }
    }

    @Test
    void joinsAServerThatRunsAlready() throws Exception {
        try (EmbeddedServer server = open()) {
            execute(server, "CREATE TABLE kept AS SELECT 42 AS answer");

            try (EmbeddedServer joined = open()) {
                assertThat(answer(joined)).isEqualTo(42);
            }

            assertThat(answer(server))
                    .as("closing the guest leaves the server alone")
                    .isEqualTo(42);
        }
    }

    @Test
    void startsAlthoughAFileOfAKilledServerNamesAProcessThatIsSomethingElseNow() throws Exception {
        open().close();
        Files.write(
                new DataDirectory(folder).cluster().resolve("postmaster.pid"),
                List.of(String.valueOf(ProcessHandle.current().pid()), folder.toString()));

        try (EmbeddedServer server = open()) {
            execute(server, "SELECT 1");
        }
    }

    @Test
    void stopsAServerThatOutlivedItsProcess() throws Exception {
        Process killed = new ProcessBuilder(JavaCommand.of(KilledApplication.class.getName(), folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(killed.waitFor()).isEqualTo(KilledApplication.STATUS);
        long survivor = new DataDirectory(folder).postmaster().orElseThrow().pid();
        assertThat(ProcessHandle.of(survivor)).isPresent();

        try (EmbeddedServer second = open()) {
            assertThat(ProcessHandle.of(survivor)).isEmpty();
            execute(second, "SELECT 1");
        }
    }

    @Test
    void reportsWhatToDoWhenTheDataCannotBeUsed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> EmbeddedServer.open(new DataDirectory(file)))
                .withMessageContaining(file.toString())
                .satisfies(e -> assertThat(e.action()).contains("POSTGRES_HOST"));
    }

    /** Ends without a shutdown hook, as with SIGKILL: its server continues. */
    static final class KilledApplication {

        static final int STATUS = 137;

        private KilledApplication() {}

        public static void main(String[] args) {
            EmbeddedServer server = EmbeddedServer.open(new DataDirectory(Path.of(args[0])));
            Runtime.getRuntime().halt(server.url().isEmpty() ? 1 : STATUS);
        }
    }

    private EmbeddedServer open() {
        return EmbeddedServer.open(new DataDirectory(folder));
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int answer(EmbeddedServer server) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT answer FROM kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.url(), "postgres", "");
    }
}
