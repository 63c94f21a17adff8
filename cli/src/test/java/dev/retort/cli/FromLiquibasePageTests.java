/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.author.Origin;
import dev.retort.test.LiquibaseProject;
import dev.retort.test.RealLiquibase;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page for users of Liquibase; {@code -Dgolden.update=true} updates its output. */
@Tag("slow")
class FromLiquibasePageTests {

    private static final Path PAGE = Path.of("..", "docs", "from-liquibase.md");
    private static final Pattern CHANGELOG = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

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

    private static final String ORDERS = """
        --liquibase formatted sql

        --changeset bob:create-orders
        -- Orders belong to a customer.
        create table orders (id bigint primary key, customer_id bigint not null references customer (id));
        --rollback drop table orders;

        --changeset bob:index-orders runInTransaction:false
        create index concurrently ix_orders_customer on orders (customer_id);
        --rollback drop index concurrently ix_orders_customer;

        --changeset bob:customer-names runOnChange:true
        create or replace view customer_names as select name from customer;
        --rollback drop view customer_names;

        """;

    private static final String GREETING = """
        --changeset bob:greeting
        insert into customer (name) values ('${greeting}');
        --rollback delete from customer where name = '${greeting}';
        """;

    @TempDir
    Path project = Path.of("");

    private static LiquibaseProject files(Path folder) throws IOException {
        Matcher changelog = CHANGELOG.matcher(Files.readString(PAGE));
        assertThat(changelog.find()).isTrue();
        return new LiquibaseProject(folder)
                .file("pom.xml", POM)
                .resource(
                        "application.properties",
                        "spring.application.name=shop\nspring.liquibase.parameters.greeting=hello\n")
                .resource(LiquibaseProject.CHANGELOG, changelog.group(1))
                .resource("db/changelog/orders.sql", ORDERS);
    }

    @Test
    void theCommandsPrintTheOutputOfThePage() throws IOException {
        Path folder = project.toRealPath();
        LiquibaseProject files = files(folder);
        Origin origin = Page.origin("a1b2c3d4e5f6");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (TestDatabase database = TestDatabase.create();
                RealLiquibase liquibase =
                        new RealLiquibase(RealLiquibase.VERSIONS.get(1), database, files.resources())) {
            liquibase.update();
            files.resource("db/changelog/orders.sql", ORDERS + GREETING);
            Thread.currentThread().setContextClassLoader(liquibase.classes());
            Page.check(PAGE, folder, origin, database);
            assertThat(database.query("SELECT id FROM databasechangelog ORDER BY orderexecuted"))
                    .containsExactly(
                            "create-customer",
                            "add-email",
                            "create-orders",
                            "index-orders",
                            "customer-names",
                            "greeting");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
