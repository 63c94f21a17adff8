/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.author.Origin;
import dev.retort.test.FlywayProject;
import dev.retort.test.RealFlyway;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page for users of Flyway; {@code -Dgolden.update=true} updates its output. */
class FromFlywayPageTests {

    private static final Path PAGE = Path.of("..", "docs", "from-flyway.md");

    private static final String POM = """
        <project>
            <dependencies>
                <dependency>
                    <groupId>org.springframework.boot</groupId>
                    <artifactId>spring-boot-starter-flyway</artifactId>
                </dependency>
                <dependency>
                    <groupId>org.flywaydb</groupId>
                    <artifactId>flyway-database-postgresql</artifactId>
                </dependency>
            </dependencies>
        </project>
        """;

    @TempDir
    Path project = Path.of("");

    private static FlywayProject files(Path folder) {
        return new FlywayProject(folder)
                .file("pom.xml", POM.getBytes(StandardCharsets.UTF_8))
                .file(
                        "src/main/resources/application.properties",
                        "spring.application.name=shop\nspring.flyway.placeholders.greeting=hello\n"
                                .getBytes(StandardCharsets.UTF_8))
                .migration(
                        "V1__create_customer.sql",
                        "CREATE TABLE customer (id bigint PRIMARY KEY, name text NOT NULL);\n")
                .migration("V1_1__add_email.sql", "ALTER TABLE customer ADD COLUMN email text;\n")
                .migration(
                        "V2__create_orders.sql",
                        "CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL);\n")
                .migration("U2__create_orders.sql", "DROP TABLE orders;\n")
                .migration(
                        "V3__index_orders.sql",
                        "CREATE INDEX CONCURRENTLY ix_orders_customer ON orders (customer_id);\n")
                .migration(
                        "R__active_customers.sql",
                        "CREATE OR REPLACE VIEW active_customers AS SELECT id, name FROM customer;\n");
    }

    private static void addPending(FlywayProject files) {
        files.migration("V4__greeting.sql", "INSERT INTO customer VALUES (1, '${greeting}', NULL);\n")
                .migration("afterMigrate.sql", "ANALYZE;\n");
    }

    @Test
    void theCommandsPrintTheOutputOfThePage() throws IOException {
        Path folder = project.toRealPath();
        FlywayProject files = files(folder);
        Origin origin = Page.origin("a1b2c3d4e5f6");
        try (TestDatabase database = TestDatabase.create();
                RealFlyway flyway = new RealFlyway(RealFlyway.VERSIONS.get(0), database, files.migrations())) {
            flyway.with("postgresql.transactional.lock", "false")
                    .with("placeholders.greeting", "hello")
                    .migrate();
            addPending(files);
            Page.check(PAGE, folder, origin, database);
            assertThat(database.query("SELECT version FROM flyway_schema_history WHERE version IS NOT NULL ORDER BY"
                            + " installed_rank"))
                    .isEqualTo(List.of("1", "1.1", "2", "3", "4"));
        }
    }

    @Test
    void bothLanguagesShowTheSame() throws IOException {
        List<String> english = Page.read(PAGE).blocks();

        assertThat(english).hasSizeGreaterThan(8);
        assertThat(Page.read(PAGE.resolveSibling("fr").resolve("depuis-flyway.md"))
                        .blocks())
                .isEqualTo(english);
    }
}
