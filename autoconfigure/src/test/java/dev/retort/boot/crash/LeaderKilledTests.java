/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.JavaCommand;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spring Boot applications that start concurrently; the one that migrates is killed with SIGKILL. */
@Tag("slow")
class LeaderKilledTests {

    private final TestDatabase database = TestDatabase.create();
    private final Map<String, Process> applications = new LinkedHashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void end() {
        applications.values().forEach(Process::destroyForcibly);
        database.close();
    }

    private void start(String name) throws IOException {
        List<String> command = JavaCommand.of(
                StartingApplication.class.getName(),
                "--spring.application.name=" + name,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.main.web-application-type=none",
                "--retort.locations=filesystem:" + folder);
        applications.put(
                name,
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(name + ".log").toFile())
                        .start());
    }

    /** {@return the application that runs the slow statement} */
    private String awaitLeader() {
        List<String> leaders = List.of();
        while (leaders.isEmpty()) {
            assertThat(applications.values()).withFailMessage(this::logs).anyMatch(Process::isAlive);
            leaders = database.query("SELECT application_name FROM pg_stat_activity WHERE state = 'active'"
                    + " AND datname = current_database() AND pid <> pg_backend_pid()"
                    + " AND query LIKE '%SELECT pg_sleep(2)%'");
        }
        return leaders.get(0);
    }

    private String logs() {
        return applications.keySet().stream()
                .map(name -> read(folder.resolve(name + ".log")))
                .collect(Collectors.joining("\n"));
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void killTheLeaderOf(int count) throws Exception {
        new Project(folder, database.dataSource())
                .chain("a")
                .revision(
                        "b",
                        "a",
                        "CREATE TABLE b (id int);\nINSERT INTO b VALUES (1);\nSELECT pg_sleep(2);",
                        "DROP TABLE b;");
        for (int i = 1; i <= count; i++) {
            start("application-" + i);
        }
        String leader = awaitLeader();
        Process killed = applications.remove(leader);
        assertThat(killed).isNotNull();
        killed.destroyForcibly().waitFor();

        for (Process other : applications.values()) {
            assertThat(other.waitFor()).isZero();
        }
        assertThat(database.query("SELECT revision, outcome FROM retort_history ORDER BY id"))
                .containsExactly("a|succeeded", "b|succeeded");
        assertThat(database.query("SELECT application FROM retort_history WHERE revision = 'b'"))
                .doesNotContain(leader);
        assertThat(database.query("SELECT id FROM b")).containsExactly("1");
    }

    @Test
    void anotherApplicationContinues() throws Exception {
        killTheLeaderOf(2);
    }

    @Test
    @Tag("nightly")
    void oneOfSevenOthersContinues() throws Exception {
        killTheLeaderOf(8);
        System.out.println(
                "8 Spring Boot applications, the one that migrated was killed: 7 started, each revision once");
    }
}
