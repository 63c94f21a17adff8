/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.autoconfigure.tapping.Ledger;
import dev.retort.boot.failure.RetortFailureAnalyzer;
import dev.retort.test.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The bean factory creates Java revisions. */
class JavaRevisionBeansTests {

    private final TestDatabase database = TestDatabase.create();
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    RetortAutoConfiguration.class))
            .withBean(Clock.class, () -> Clock.fixed(Instant.parse("2031-05-04T03:02:01Z"), ZoneOffset.UTC))
            .withPropertyValues(
                    "spring.datasource.url=" + database.url(), "spring.datasource.username=" + database.user());

    @AfterEach
    void drop() {
        database.close();
    }

    private static String packageOf(String name) {
        return "retort.java-packages=" + JavaRevisionBeansTests.class.getPackageName() + "." + name;
    }

    @Test
    void takeBeansThatNeedNoDatabase() {
        runner.withPropertyValues(packageOf("ready")).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(database.query("SELECT version_num, to_regclass('year_2031') FROM alembic_version"))
                    .containsExactly("stamped|year_2031");
        });
    }

    @Test
    void cannotTakeBeansThatWaitForTheMigrations() {
        runner.withPropertyValues(packageOf("waiting")).run(context -> {
            Throwable failure = Objects.requireNonNull(context.getStartupFailure());
            FailureAnalysis analysis = Objects.requireNonNull(new RetortFailureAnalyzer().analyze(failure));

            assertThat(analysis.getDescription())
                    .contains("The Java revision dev.retort.boot.autoconfigure.waiting.Impatient cannot be created.")
                    .contains("such beans are created after the migrations");
            assertThat(analysis.getAction()).contains("Use only beans that do not use the database");
        });
    }

    @Test
    void cannotTakeBeansWithTheirOwnConnections() {
        runner.withBean(Ledger.class).withPropertyValues(packageOf("tapping")).run(context -> {
            Throwable failure = Objects.requireNonNull(context.getStartupFailure());
            FailureAnalysis analysis = Objects.requireNonNull(new RetortFailureAnalyzer().analyze(failure));

            assertThat(analysis.getDescription())
                    .contains("The Java revision dev.retort.boot.autoconfigure.tapping.Tapping cannot be created.")
                    .contains("such beans are created after the migrations")
                    .contains("dataSource");
            assertThat(analysis.getAction()).contains("Use only beans that do not use the database");
            assertThat(database.query("SELECT to_regclass('tapped')")).containsExactly("null");
        });
    }
}
