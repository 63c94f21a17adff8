/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.test.JavaCommand;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Processes that start on a database of another tool, with revisions that were imported from it. */
abstract class AdoptionProcessTestCase {

    private static final int INSTANCES = 8;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path folder = Path.of("");

    TestDatabase database = TestDatabase.none();

    /** Migrates the database with the other tool, and writes the revisions. */
    abstract void migrate();

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.create();
        migrate();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    Path scripts() {
        return folder.resolve("scripts");
    }

    Process instance() throws IOException {
        return new ProcessBuilder(JavaCommand.of(
                        AdoptingInstance.class.getName(),
                        database.url(),
                        scripts().toString()))
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile(folder, "instance", ".log").toFile())
                .start();
    }

    void startAllAtOnce() throws Exception {
        List<Process> instances = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            instances.add(instance());
        }
        for (Process instance : instances) {
            awaitSuccess(instance);
        }
    }

    /** Waits for the end of an instance; fails with its output if it does not end, or not well. */
    void awaitSuccess(Process instance) throws Exception {
        boolean ended = instance.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            instance.destroyForcibly().waitFor();
        }
        assertThat(ended && instance.exitValue() == 0)
                .as("%s; sessions: %s; output:%n%s", ended ? "it failed" : "it did not end", sessions(), logs())
                .isTrue();
    }

    private List<String> sessions() {
        return database.query("SELECT pid, state, wait_event, query FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }

    private String logs() throws IOException {
        StringBuilder text = new StringBuilder();
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "instance*.log")) {
            for (Path log : logs) {
                text.append(Files.readString(log)).append('\n');
            }
        }
        return text.toString();
    }

    /** Kills an instance that is about to create the guard, for which it waits because of a lock of its table. */
    void killInTheMiddle(String guardedTable) throws Exception {
        try (Connection reader = database.connect()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("LOCK TABLE " + guardedTable + " IN SHARE ROW EXCLUSIVE MODE");
            Process instance = instance();
            awaitSession("query LIKE 'CREATE TRIGGER retort_adoption_guard%'");
            instance.destroyForcibly().waitFor();
            reader.rollback();
        }
    }

    void awaitSession(String condition) {
        await("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND "
                + condition);
    }

    /** Waits until a query has a row; fails, with what is connected, when it never has one. */
    void await(String query) {
        Instant end = Instant.now().plus(LIMIT);
        while (database.query(query).isEmpty()) {
            assertThat(Instant.now())
                    .as("no row of %s; sessions: %s", query, sessions())
                    .isBefore(end);
            Thread.onSpinWait();
        }
    }

    List<String> adoptedRows() {
        return database.query("SELECT operation, outcome, count(*) FROM retort_history GROUP BY 1, 2 ORDER BY 1");
    }

    void finish() {
        new Project(scripts(), database.dataSource())
                .with(settings -> settings.onNonEmptySchema(NonEmptySchemaPolicy.ADOPT))
                .start();
    }
}
