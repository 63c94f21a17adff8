/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.adoption.AdoptionRefusedException;
import dev.retort.internal.imports.ImportFiles;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.ImportSource;
import dev.retort.internal.imports.SettingMap;
import dev.retort.internal.imports.tool.ImportTool;
import dev.retort.test.FlywayProject;
import dev.retort.test.LiquibaseProject;
import dev.retort.test.RealFlyway;
import dev.retort.test.RealLiquibase;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The first start of a build with Retort on a database that Flyway or Liquibase has migrated, with the settings of the import. */
@ExtendWith(OutputCaptureExtension.class)
class AdoptionStartTests {

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void drop() {
        database.close();
    }

    private ApplicationContextRunner imported(String tool, Map<String, String> settings) throws IOException {
        Path scripts = folder.resolve("scripts");
        ImportTool chosen = ImportTool.named(tool);
        try (URLClassLoader classes = RealLiquibase.loader(RealLiquibase.VERSIONS.get(1))) {
            ImportPlan plan = ImportPlan.of(
                    tool,
                    chosen.reader().read(new ImportSource(folder, new SettingMap(settings), List.of(), classes)),
                    List.of());
            new ImportFiles(scripts).write(plan);
            return new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(
                            DataSourceAutoConfiguration.class,
                            RetortAutoConfiguration.class,
                            DisabledRetortAutoConfiguration.class))
                    .withPropertyValues(
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + database.user(),
                            "retort.locations=filesystem:" + scripts)
                    .withPropertyValues(plan.settings().entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .toArray(String[]::new));
        }
    }

    private List<String> runs() {
        return database.query("SELECT operation, count(*) FROM retort_history GROUP BY 1 ORDER BY 1");
    }

    @Test
    void adoptsADatabaseOfFlywayAndRunsWhatIsPending(CapturedOutput output) throws IOException {
        FlywayProject files = new FlywayProject(folder)
                .migration("V1__a.sql", "CREATE TABLE a (id int);")
                .migration("V2__b.sql", "CREATE TABLE b (t text DEFAULT '${greeting}');");
        try (RealFlyway flyway = new RealFlyway(RealFlyway.VERSIONS.get(0), database, files.migrations())
                .with("placeholders.greeting", "hello")) {
            flyway.migrate();
            files.migration("V3__c.sql", "CREATE TABLE c (id int);");
            ApplicationContextRunner application = imported("flyway", Map.of("placeholders.greeting", "hello"));

            application.run(context -> assertThat(context).hasNotFailed());

            assertThat(output)
                    .contains(
                            "Adopted the database from flyway: 2 migrations of public.flyway_schema_history are recorded");
            assertThat(runs()).containsExactly("adopt|1", "upgrade|3");
            application.run(context -> assertThat(context).hasNotFailed());
            assertThat(runs()).containsExactly("adopt|1", "upgrade|3");
            flyway.migrate();
        }
    }

    @Tag("slow")
    @Test
    void adoptsADatabaseOfLiquibaseAndRunsWhatIsPending(CapturedOutput output) throws IOException {
        String changes = "--changeset a:1\ncreate table a (id int);\n\n--changeset a:2\ncreate table b (id int);\n\n";
        LiquibaseProject files = new LiquibaseProject(folder).sql(changes);
        try (RealLiquibase liquibase = new RealLiquibase(RealLiquibase.VERSIONS.get(1), database, files.resources())) {
            liquibase.update();
            files.sql(changes + "--changeset a:3\ncreate table c (id int);\n\n");
            ApplicationContextRunner application = imported("liquibase", Map.of());

            application.run(context -> assertThat(context).hasNotFailed());

            assertThat(output)
                    .contains(
                            "Adopted the database from liquibase: 2 migrations of public.databasechangelog are recorded");
            assertThat(runs()).containsExactly("adopt|1", "upgrade|3");
            application.run(context -> assertThat(context).hasNotFailed());
            assertThat(runs()).containsExactly("adopt|1", "upgrade|3");
            liquibase.update();
        }
        files.sql(changes + "--changeset a:4\ncreate table d (id int);\n\n");
        try (RealLiquibase newer = new RealLiquibase(RealLiquibase.VERSIONS.get(1), database, files.resources())) {
            assertThatThrownBy(newer::update).hasMessageContaining("This database is migrated by Retort since");
        }
    }

    @Test
    void failsToStartOnAHistoryThatItsRevisionsDoNotHave() throws IOException {
        LiquibaseProject files = new LiquibaseProject(folder).sql("--changeset a:1\ncreate table a (id int);\n");
        try (RealLiquibase liquibase = new RealLiquibase(RealLiquibase.VERSIONS.get(1), database, files.resources())) {
            liquibase.update();
        }
        files.sql("--changeset a:1\ncreate table a (id bigint);\n");

        imported("liquibase", Map.of())
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseInstanceOf(AdoptionRefusedException.class)
                        .rootCause()
                        .hasMessageContaining("The change set db/changelog/all.sql::1::a ran with the checksum 9:"));
        assertThat(database.query("SELECT to_regclass('alembic_version')")).containsExactly("null");
    }
}
