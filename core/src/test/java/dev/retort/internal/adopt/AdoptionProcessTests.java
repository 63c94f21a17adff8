/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.imports.ImportFiles;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.SettingMap;
import dev.retort.internal.imports.flyway.FlywaySeries;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.test.FlywayProject;
import dev.retort.test.JavaCommand;
import dev.retort.test.Project;
import dev.retort.test.RealFlyway;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that adopt one database: at once, and killed with SIGKILL. */
class AdoptionProcessTests {

    private static final int INSTANCES = 8;

    /** Flyway's key of its table, as a session sees it that holds it. */
    private static final String FLYWAY_KEY = String.valueOf((0x46L << 40)
            + (0x6CL << 32)
            + (0x79L << 24)
            + (0x77L << 16)
            + (0x61L << 8)
            + 0x79L
            + "\"public\".\"flyway_schema_history\"".hashCode());

    @TempDir
    Path folder = Path.of("");

    private TestDatabase database = TestDatabase.none();

    @BeforeEach
    void migrateWithFlyway() {
        database = TestDatabase.create();
        FlywayProject files = new FlywayProject(folder)
                .migration("V1__a.sql", "CREATE TABLE a (id int);")
                .migration("V2__b.sql", "CREATE TABLE b (id int);");
        try (RealFlyway flyway = new RealFlyway(RealFlyway.VERSIONS.get(0), database, files.migrations())) {
            flyway.migrate();
        }
        files.migration("V3__c.sql", "CREATE TABLE c (id int);\nSELECT pg_sleep(2);");
        new ImportFiles(scripts())
                .write(ImportPlan.of(
                        "Flyway", FlywaySeries.read(folder, new SettingMap(Map.of()), List.of()), List.of()));
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private Path scripts() {
        return folder.resolve("scripts");
    }

    private Process instance() throws IOException {
        return new ProcessBuilder(JavaCommand.of(
                        AdoptingInstance.class.getName(),
                        database.url(),
                        scripts().toString()))
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile(folder, "instance", ".log").toFile())
                .start();
    }

    private void awaitSession(String condition) {
        while (database.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <>"
                        + " pg_backend_pid() AND " + condition)
                .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private List<String> adoptedRows() {
        return database.query("SELECT operation, outcome, count(*) FROM retort_history GROUP BY 1, 2 ORDER BY 1");
    }

    private void finish() {
        new Project(scripts(), database.dataSource())
                .with(settings -> settings.onNonEmptySchema(NonEmptySchemaPolicy.ADOPT))
                .start();
    }

    @Test
    void eightInstancesThatStartAtOnceAdoptOnce() throws Exception {
        List<Process> instances = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            instances.add(instance());
        }

        for (Process instance : instances) {
            assertThat(instance.waitFor()).isZero();
        }
        assertThat(adoptedRows()).containsExactly("adopt|succeeded|1", "upgrade|succeeded|3");
        assertThat(database.query("SELECT version FROM flyway_schema_history ORDER BY 1"))
                .containsExactly("1", "2", "3");
    }

    @Tag("nightly")
    @Test
    void leavesNothingWhenKilledWhileItWaitsForFlyway() throws Exception {
        try (Connection flyway = database.connect()) {
            flyway.createStatement().execute("SELECT pg_advisory_lock(" + FLYWAY_KEY + ")");
            Process instance = instance();
            awaitSession("query LIKE 'SELECT pg_catalog.pg_try_advisory_lock($1)%'");
            instance.destroyForcibly().waitFor();
        }

        assertThat(database.query("SELECT to_regclass('alembic_version'), to_regclass('retort_history')"))
                .containsExactly("null|null");
        finish();
        assertThat(adoptedRows()).containsExactly("adopt|succeeded|1", "upgrade|succeeded|3");
    }

    @Test
    void leavesNothingWhenKilledInTheMiddleOfTheAdoption() throws Exception {
        try (Connection reader = database.connect()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("LOCK TABLE flyway_schema_history IN SHARE ROW EXCLUSIVE MODE");
            Process instance = instance();
            awaitSession("query LIKE 'CREATE TRIGGER retort_adoption_guard%'");
            instance.destroyForcibly().waitFor();
            reader.rollback();
        }

        assertThat(database.query("SELECT to_regclass('alembic_version'), to_regclass('retort_history')"))
                .containsExactly("null|null");
        finish();
        assertThat(adoptedRows()).containsExactly("adopt|succeeded|1", "upgrade|succeeded|3");
    }

    @Tag("nightly")
    @Test
    void isAdoptedWhenKilledInTheFirstRevisionAfterwards() throws Exception {
        Process instance = instance();
        awaitSession("state = 'active' AND query LIKE 'SELECT pg_sleep(2)%'");
        instance.destroyForcibly().waitFor();

        assertThat(adoptedRows()).containsExactly("adopt|succeeded|1", "upgrade|succeeded|2");
        assertThat(database.query("SELECT to_regclass('c'), (SELECT count(*) FROM flyway_schema_history)"))
                .containsExactly("null|2");
        finish();
        assertThat(adoptedRows()).containsExactly("adopt|succeeded|1", "upgrade|succeeded|3");
    }
}
