/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.ByHand;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.ImportReport;
import dev.retort.internal.imports.MigrationSeries;
import dev.retort.internal.imports.project.PomChange;
import dev.retort.internal.imports.project.ProjectFile;
import dev.retort.internal.imports.project.SpringProject;
import dev.retort.test.FlywayProject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the settings come from, and what the report contains about those that have no counterpart. */
class FlywaySettingsTests {

    private static final String PROPERTIES = "src/main/resources/application.properties";

    @TempDir
    Path folder = Path.of("");

    private FlywayProject file(String name, String text) {
        return new FlywayProject(folder).file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private MigrationSeries read(List<Path> folders, Map<String, String> set) {
        return FlywaySeries.read(
                folder, new SpringProject(folder, "spring.flyway").settings().with(set), folders);
    }

    private MigrationSeries read() {
        return read(List.of(), Map.of());
    }

    @Test
    void readsTheConfigurationOfFlywaysCommandLineWhereSpringHasNone() {
        file("flyway.conf", """
            # of the command line
            flyway.url=jdbc:postgresql://localhost/shop
            flyway.user=deployer
            flyway.password=secret
            flyway.locations=filesystem:sql
            flyway.table=schema_history
            flyway.repeatableSqlMigrationPrefix=RRR
            flyway.placeholderPrefix=#[
            flyway.placeholderSuffix=]
            flyway.placeholders.reader=bob
            """);
        file("sql/V1__a.sql", "CREATE TABLE a (id int);\nGRANT SELECT ON a TO #[reader];\n");
        file("sql/RRR__b.sql", "CREATE OR REPLACE VIEW b AS SELECT id FROM a;\n");

        MigrationSeries series = read();

        assertThat(series.migrations())
                .extracting(one -> one.from().kind() + " " + one.from().names())
                .containsExactly("V [1]", "R [b]");
        assertThat(series.migrations().get(0).upgrade().text()).contains("TO ${reader};");
        assertThat(series.settings())
                .containsEntry("retort.adopt.table", "schema_history")
                .containsEntry("retort.placeholders.reader", "bob")
                .doesNotContainKeys("retort.url", "retort.username", "retort.password");
        assertThat(series.notes())
                .contains(
                        "Flyway's settings were read from flyway.conf, without its connection. Spring Boot does not read"
                                + " this file.");
    }

    @Test
    void theSettingsOfSpringStandAlone() {
        file(PROPERTIES, "spring.flyway.table=history\n");
        file("flyway.conf", "flyway.table=other\nflyway.defaultSchema=other\nflyway.locations=filesystem:none\n");
        new FlywayProject(folder).migration("V1__a.sql", "SELECT 1;");

        assertThat(read().settings())
                .containsEntry("retort.adopt.table", "history")
                .doesNotContainKey("retort.schema");
    }

    @Test
    void copiesNoSecretOutOfAnotherFile() {
        file("flyway.conf", "flyway.placeholders.role=app\nflyway.placeholders.rolePassword=hunter2\n");
        file("sql/V1__a.sql", "CREATE ROLE ${role} PASSWORD '${rolePassword}';");

        MigrationSeries series = read(List.of(folder.resolve("sql")), Map.of());

        assertThat(series.placeholders()).containsEntry("rolePassword", "hunter2");
        assertThat(series.settings())
                .containsEntry("retort.placeholders.role", "app")
                .doesNotContainKey("retort.placeholders.rolePassword");
        assertThat(new ImportReport("Flyway", ImportPlan.of("flyway", series, List.of())).text(List.of()))
                .contains("`retort.placeholders.role` = `app`")
                .contains("`retort.placeholders.rolePassword`: the name looks like a secret, so the value is not shown")
                .doesNotContain("hunter2");
    }

    @Test
    void refusesAFileThatItCannotRead() {
        file("flyway.toml", "[flyway]\nlocations = [\"filesystem:sql\"]\n");
        file("sql/V1__a.sql", "SELECT 1;");

        assertThatThrownBy(this::read)
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("flyway.toml were not read")
                .hasMessageContaining("with --set");
        assertThat(read(List.of(folder.resolve("sql")), Map.of("configFiles", ""))
                        .migrations())
                .hasSize(1);
    }

    @Test
    void namesLocationsThatAreNotInTheSources() {
        file(PROPERTIES, "spring.flyway.locations=classpath:db/migration,classpath:db/of_a_jar\n");
        new FlywayProject(folder).migration("V1__a.sql", "SELECT 1;");

        assertThat(read().byHand()).extracting(ByHand::file).containsExactly("location classpath:db/of_a_jar");
    }

    @Test
    void foldersThatAreGivenTakeThePlaceOfAllLocations() {
        file(PROPERTIES, "spring.flyway.locations=classpath:db/*/migration\n");
        file("sql/V1__a.sql", "SELECT 1;");

        assertThat(read(List.of(folder.resolve("sql")), Map.of()).migrations()).hasSize(1);
        assertThatThrownBy(this::read)
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("The location classpath:db/*/migration cannot be found in the sources.")
                .hasMessageContaining("Name their folders with --from.");
    }

    @Test
    void resolvesWhatTheSettingsReferTo() {
        file("pom.xml", "<project><properties><app.folder>postgres</app.folder></properties></project>");
        file("src/main/resources/application.yml", """
            app:
              schema: shop
            spring:
              flyway:
                locations: classpath:db/${DB_KIND:@app.folder@}
                schemas: ${DB_SCHEMA:${app.schema}}
                password: ${DB_PASSWORD:secret}
                placeholders:
                  reader: ${DB_READER:bob}
                  unknown: ${DB_UNKNOWN}
            """);
        file("src/main/resources/db/postgres/V1__a.sql", "GRANT SELECT ON a TO ${reader}, ${unknown};");

        MigrationSeries series = read();

        assertThat(series.migrations()).hasSize(1);
        assertThat(series.placeholders()).containsEntry("reader", "bob").containsEntry("unknown", "${DB_UNKNOWN}");
        assertThat(series.settings())
                .containsEntry("retort.schema", "${DB_SCHEMA:${app.schema}}")
                .containsEntry("retort.adopt.table", "${DB_SCHEMA:${app.schema}}.flyway_schema_history")
                .containsEntry("retort.password", "${DB_PASSWORD:secret}")
                .containsEntry("retort.placeholders.reader", "${DB_READER:bob}");
    }

    @Test
    void readsTheFirstDocumentAndNamesThoseOfProfiles() {
        file(PROPERTIES, """
            spring.flyway.table=history
            #---
            spring.config.activate.on-profile=prod
            spring.flyway.table=prod_history
            """);
        new FlywayProject(folder).migration("V1__a.sql", "SELECT 1;");
        SpringProject project = new SpringProject(folder, "spring.flyway");

        MigrationSeries series = read();

        assertThat(series.settings()).containsEntry("retort.adopt.table", "history");
        assertThat(project.profiles()).containsExactly(PROPERTIES);
        assertThat(project.changes(series.settings(), new PomChange(List.of(), "1")))
                .extracting(ProjectFile::after)
                .containsExactly("""
                    retort.adopt.from=flyway
                    retort.adopt.table=history
                    retort.on-non-empty-schema=adopt
                    #---
                    spring.config.activate.on-profile=prod
                    spring.flyway.table=prod_history
                    """);
    }

    @Test
    void readsThePluginOfABuildThatRunsFlyway() {
        file("pom.xml", """
            <project>
                <properties><db.schema>shop</db.schema></properties>
                <build><plugins><plugin>
                    <groupId>org.flywaydb</groupId>
                    <artifactId>flyway-maven-plugin</artifactId>
                    <configuration>
                        <url>jdbc:postgresql://localhost/shop</url>
                        <user>deployer</user>
                        <schemas><schema>${db.schema}</schema></schemas>
                        <locations>
                            <location>filesystem:sql</location>
                            <location>filesystem:more</location>
                        </locations>
                        <placeholders><reader>bob</reader></placeholders>
                    </configuration>
                </plugin></plugins></build>
            </project>
            """);
        file("sql/V1__a.sql", "SELECT '${reader}';");
        file("more/V2__b.sql", "SELECT 2;");

        MigrationSeries series = read();

        assertThat(series.migrations()).hasSize(2);
        assertThat(series.settings())
                .containsEntry("retort.schema", "shop")
                .containsEntry("retort.placeholders.reader", "bob")
                .doesNotContainKeys("retort.url", "retort.username");
    }

    @Test
    void reportsOnlySettingsThatChangeWhatFlywayDoes() {
        file(PROPERTIES, """
            spring.flyway.group=false
            spring.flyway.mixed=false
            spring.flyway.target=latest
            spring.flyway.baseline-on-migrate=true
            spring.flyway.ignore-missing-migrations=true
            """);
        new FlywayProject(folder).migration("V1__a.sql", "SELECT 1;");

        assertThat(read().byHand())
                .extracting(one -> one.file() + ": " + one.advice())
                .containsExactly(
                        "setting baseline-on-migrate=true: A schema with objects and without Flyway's table is"
                                + " refused: stamp the revision that it is at.",
                        "setting ignore-missing-migrations=true: Nothing, unless a database lacks migrations: see"
                                + " unknown-revision.");
    }
}
