/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.LiquibaseProject;
import dev.retort.test.RealLiquibase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ImportLiquibaseTests {

    private static final String JARS = RealLiquibase.jars(RealLiquibase.VERSIONS.get(1)).stream()
            .map(folder -> folder.toAbsolutePath().normalize().toString())
            .collect(Collectors.joining(File.pathSeparator));

    private static final String POM = """
        <project>
            <dependencies>
                <dependency>
                    <groupId>org.springframework.boot</groupId>
                    <artifactId>spring-boot-starter-liquibase</artifactId>
                </dependency>
            </dependencies>
        </project>
        """;

    @TempDir
    Path folder = Path.of("");

    private LiquibaseProject project() {
        return new LiquibaseProject(folder).series().file("pom.xml", POM);
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void writesProvenRevisionsAndAReport() throws IOException {
        project();

        Shell.Result result = new Shell(folder).run("import", "liquibase", "--prove", "--write", "--liquibase", JARS);

        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("Importing 19 migrations of Liquibase into src/main/resources/db/migrations, 20 new files")
                .contains(
                        "Object file: src/main/resources/db/objects/greet.sql of db/changelog/functions.sql::f3::carl")
                .contains("Both series were run from an empty database")
                .contains("add-customers-again::bob is not run in a new database: its precondition does not hold there")
                .contains("By hand: db/changelog/db.changelog-master.yaml::release::bob: it tags the database");
        assertThat(read("src/main/resources/db/migrations/db.changelog-master_add-orders_bob.sql"))
                .contains(
                        "-- imported_from: liquibase \"add-orders\" \"bob\" \"db/changelog/db.changelog-master.yaml\" 9:")
                .contains(
                        "-- migrate: downgrade\nALTER TABLE orders DROP CONSTRAINT fk_orders_customer;\nDROP TABLE orders;");
        assertThat(read("import-report.md"))
                .contains("are equal.")
                .contains("its precondition (not tableExists orders");
        assertThat(read("pom.xml")).contains("retort-spring-boot-starter").doesNotContain("liquibase");
        assertThat(read("src/main/resources/application.properties"))
                .contains("retort.adopt.from=liquibase\n")
                .doesNotContain("spring.liquibase");
    }

    @Test
    void namesTheRootChangelogWithFrom() {
        new LiquibaseProject(folder).resource("changes.xml", """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
              <changeSet id="1" author="a"><sql>select 1</sql></changeSet>
            </databaseChangeLog>
            """);

        Shell.Result result = new Shell(folder)
                .run("import", "liquibase", "--liquibase", JARS, "--json", "--from", "src/main/resources/changes.xml");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("liquibase \\\"1\\\" \\\"a\\\" \\\"changes.xml\\\" 9:");
    }

    @Test
    void saysWhereLiquibaseIsLookedFor() {
        project();

        Shell.Result result = new Shell(folder).run("import", "liquibase", "--liquibase", folder.toString());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("FAILED: Liquibase was not found in ")
                .contains("Retort has Liquibase itself read the changelog, and ships none of it.")
                .contains("--liquibase <path>");
    }

    @Test
    void writesNothingThatIsNotProven() {
        new LiquibaseProject(folder).sql("--changeset a:1\ncreate table r as select random() as r;\n");

        Shell.Result result = new Shell(folder).run("import", "liquibase", "--prove", "--liquibase", JARS);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("the rows of public.r differ");
        assertThat(Files.exists(folder.resolve("src/main/resources/db/migrations")))
                .isFalse();
    }
}
