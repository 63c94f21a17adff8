/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.imports.ImportFiles;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.ImportSource;
import dev.retort.internal.imports.SettingMap;
import dev.retort.internal.imports.liquibase.LiquibaseSeries;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.test.JavaCommand;
import dev.retort.test.LiquibaseProject;
import dev.retort.test.Project;
import dev.retort.test.RealLiquibase;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that adopt one database of Liquibase: at once, beside a running Liquibase, and killed with SIGKILL. */
class LiquibaseAdoptionProcessTests {

    private static final int INSTANCES = 8;
    private static final String AB =
            "--changeset a:1\ncreate table a (id int);\n--changeset a:2\ncreate table b (id int);\n";
    private static final String SLOW = "--changeset a:3\ncreate table c (id int);\nselect pg_sleep(2);\n";

    @TempDir
    Path folder = Path.of("");

    private TestDatabase database = TestDatabase.none();

    private RealLiquibase liquibase() {
        return new RealLiquibase(RealLiquibase.VERSIONS.get(1), database, new LiquibaseProject(folder).resources());
    }

    @BeforeEach
    void migrateWithLiquibase() {
        database = TestDatabase.create();
        LiquibaseProject files = new LiquibaseProject(folder).sql(AB);
        try (RealLiquibase liquibase = liquibase()) {
            liquibase.update();
            files.sql(AB + SLOW);
            new ImportFiles(scripts())
                    .write(ImportPlan.of(
                            "Liquibase",
                            LiquibaseSeries.read(
                                    new ImportSource(folder, new SettingMap(Map.of()), List.of(), liquibase.classes())),
                            List.of()));
        }
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

    private void await(String query) {
        while (database.query(query).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private List<String> adoptedRows() {
        return database.query("SELECT operation, outcome, count(*) FROM retort_history GROUP BY 1, 2 ORDER BY 1");
    }

    private List<String> rows() {
        return database.query("SELECT id, liquibase = 'Retort' FROM databasechangelog ORDER BY orderexecuted");
    }

    @Tag("nightly")
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
        assertThat(rows()).containsExactly("1|f", "2|f", "3|t");
    }

    @Tag("nightly")
    @Test
    void waitsForALiquibaseThatMigratesAndAdoptsWhatItDid() throws Exception {
        try (RealLiquibase old = liquibase()) {
            CompletableFuture<Void> update = CompletableFuture.runAsync(old::update);
            await("SELECT 1 FROM databasechangeloglock WHERE locked");

            assertThat(instance().waitFor()).isZero();
            update.join();
        }

        assertThat(adoptedRows()).containsExactly("adopt|succeeded|1", "upgrade|succeeded|3");
        assertThat(rows()).containsExactly("1|f", "2|f", "3|f");
    }

    @Tag("nightly")
    @Test
    void leavesNothingWhenKilledInTheMiddleOfTheAdoption() throws Exception {
        try (Connection reader = database.connect()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("LOCK TABLE databasechangeloglock IN SHARE ROW EXCLUSIVE MODE");
            Process instance = instance();
            await("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                    + " AND query LIKE 'CREATE TRIGGER retort_adoption_guard%'");
            instance.destroyForcibly().waitFor();
            reader.rollback();
        }

        assertThat(database.query("SELECT to_regclass('alembic_version'), to_regclass('retort_history'),"
                        + " (SELECT locked FROM databasechangeloglock)"))
                .containsExactly("null|null|f");
        new Project(scripts(), database.dataSource())
                .with(settings -> settings.onNonEmptySchema(NonEmptySchemaPolicy.ADOPT))
                .start();
        assertThat(adoptedRows()).containsExactly("adopt|succeeded|1", "upgrade|succeeded|3");
    }
}
