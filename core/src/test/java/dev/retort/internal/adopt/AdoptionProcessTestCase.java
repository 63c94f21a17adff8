/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.test.JavaCommand;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Processes that start on a database of another tool, with revisions that were imported from it. */
abstract class AdoptionProcessTestCase {

    private static final int INSTANCES = 8;

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
            assertThat(instance.waitFor()).isZero();
        }
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

    /** Waits until a query has a row. */
    void await(String query) {
        while (database.query(query).isEmpty()) {
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
