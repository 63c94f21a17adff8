/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.boot.MigrationFailedException;
import dev.retort.test.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Several databases in one application. */
@ExtendWith(OutputCaptureExtension.class)
class SeveralDatabasesTests {

    private final TestDatabase first = TestDatabase.create();
    private final TestDatabase second = TestDatabase.create();
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class))
            .withPropertyValues(
                    "retort.username=postgres",
                    "retort.databases.orders.locations=classpath:db/orders",
                    "retort.databases.billing.locations=classpath:db/billing");

    @AfterEach
    void drop() {
        first.close();
        second.close();
    }

    @Test
    void eachHasItsOwnUrl(CapturedOutput output) {
        runner.withPropertyValues(
                        "retort.databases.orders.url=" + first.url(), "retort.databases.billing.url=" + second.url())
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertMigrated();
                    assertThat(context.getBeansOfType(Retort.class))
                            .containsOnlyKeys("ordersRetort", "billingRetort")
                            .extractingByKey("ordersRetort")
                            .satisfies(retort ->
                                    assertThat(retort.settings().name()).isEqualTo("orders"));
                    assertThat(output)
                            .contains("Database 'orders' went from base to 0a0b0c0d0e01: 1 revision found, 1 applied")
                            .contains("Database 'billing' went from base to 0a0b0c0d0e02");
                });
    }

    @Test
    void eachHasTheDataSourceOfItsName() {
        runner.withBean("ordersDataSource", DataSource.class, first::dataSource)
                .withBean("billing", DataSource.class, second::dataSource)
                .withPropertyValues("retort.username=")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertMigrated();
                });
    }

    @Test
    void eachHasTheDataSourceThatItNames() {
        runner.withBean("one", DataSource.class, first::dataSource)
                .withBean("two", DataSource.class, second::dataSource)
                .withPropertyValues(
                        "retort.username=",
                        "retort.databases.orders.data-source=one",
                        "retort.databases.billing.data-source=two")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertMigrated();
                });
    }

    @Test
    void schemasOfOneDatabaseAreDatabasesToo() {
        runner.withBean("dataSource", DataSource.class, first::dataSource)
                .withPropertyValues(
                        "retort.username=",
                        "retort.create-schema=true",
                        "retort.databases.orders.schema=orders",
                        "retort.databases.billing.schema=billing")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(first.query("SELECT version_num FROM orders.alembic_version"))
                            .containsExactly("0a0b0c0d0e01");
                    assertThat(first.query("SELECT version_num FROM billing.alembic_version"))
                            .containsExactly("0a0b0c0d0e02");
                });
    }

    @Test
    void refusesTwoSchemasWithOneVersionTable() {
        first.execute("CREATE SCHEMA meta");
        ApplicationContextRunner shared = runner.withPropertyValues(
                "retort.create-schema=true",
                "retort.version-table-schema=meta",
                "retort.databases.orders.schema=orders",
                "retort.databases.billing.schema=billing");

        shared.withBean("dataSource", DataSource.class, first::dataSource)
                .withPropertyValues("retort.username=")
                .run(this::refusesToShare);
        shared.withPropertyValues("retort.url=" + first.url()).run(this::refusesToShare);
        assertThat(first.query("SELECT to_regclass('meta.alembic_version')")).containsExactly("null");
    }

    private void refusesToShare(AssertableApplicationContext context) {
        assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("share the table meta.alembic_version")
                .hasMessageContaining("version-table-schema");
    }

    @Test
    void refusesThemAtTheSecondStartIfOnlyTheDatabaseShowsThem() {
        first.execute("CREATE SCHEMA meta");
        runner.withPropertyValues(
                        "retort.create-schema=true",
                        "retort.version-table-schema=meta",
                        "retort.databases.orders.schema=orders",
                        "retort.databases.orders.url=" + first.url(),
                        "retort.databases.billing.schema=billing",
                        "retort.databases.billing.url=" + first.url() + "?ApplicationName=other")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("belong to schema orders, and this run migrates schema billing"));
        assertThat(first.query("SELECT to_regclass('orders.purchase') IS NOT NULL,"
                        + " to_regclass('billing.invoice') IS NOT NULL"))
                .containsExactly("t|f");
    }

    @Test
    void twoHistoriesFitIntoOneSchemaWithSeparateTables() {
        runner.withPropertyValues(
                        "retort.url=" + first.url(),
                        "retort.on-non-empty-schema=run",
                        "retort.databases.orders.enabled=true",
                        "retort.databases.billing.version-table=billing_version",
                        "retort.databases.billing.history-table=billing_history",
                        "retort.databases.billing.script-table=billing_script",
                        "retort.databases.billing.progress-table=billing_progress")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(first.query("SELECT version_num FROM alembic_version"))
                            .containsExactly("0a0b0c0d0e01");
                    assertThat(first.query("SELECT revision FROM billing_history"))
                            .containsExactly("0a0b0c0d0e02");
                });
    }

    @Test
    void oneMayBeSkippedOrLeftOut() {
        runner.withPropertyValues(
                        "retort.databases.orders.url=" + first.url(),
                        "retort.databases.orders.on-startup=none",
                        "retort.databases.billing.url=" + second.url(),
                        "retort.databases.billing.enabled=false")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(Retort.class);
                    assertThat(first.query("SELECT to_regclass('purchase')")).containsExactly("null");
                    assertThat(second.query("SELECT to_regclass('invoice')")).containsExactly("null");
                });
    }

    @Test
    void refusesADatabaseWithoutDataSource() {
        runner.withBean("one", DataSource.class, first::dataSource)
                .withBean("two", DataSource.class, second::dataSource)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Retort has no DataSource for database 'orders'")
                        .hasMessageContaining("orders or ordersDataSource")
                        .hasMessageContaining("There are: one, two."));
    }

    @Test
    void reportsWhichOneFailed() {
        runner.withPropertyValues(
                        "retort.databases.orders.url=" + first.url(),
                        "retort.databases.orders.locations=classpath:db/failing",
                        "retort.databases.billing.url=" + second.url())
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining(
                                MigrationFailedException.class.getName() + ": Migration of database 'orders'"));
    }

    private void assertMigrated() {
        assertThat(first.query("SELECT version_num FROM alembic_version")).containsExactly("0a0b0c0d0e01");
        assertThat(second.query("SELECT version_num FROM alembic_version")).containsExactly("0a0b0c0d0e02");
    }
}
