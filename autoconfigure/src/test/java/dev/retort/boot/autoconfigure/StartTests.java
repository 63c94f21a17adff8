/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.StartMode;
import dev.retort.boot.MigrationFailedException;
import dev.retort.boot.MigrationStrategy;
import dev.retort.event.MigrationListener;
import dev.retort.event.RunEvent;
import dev.retort.internal.script.ScriptException;
import dev.retort.run.NotAtTargetException;
import dev.retort.run.RunRequest;
import dev.retort.run.StatementFailedException;
import dev.retort.run.UnknownRevisionsException;
import dev.retort.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.boot.context.metrics.buffering.StartupTimeline.TimelineEvent;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The effect of a startup on a real database, and its log output. */
@ExtendWith(OutputCaptureExtension.class)
class StartTests {

    private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(
            DataSourceAutoConfiguration.class, RetortAutoConfiguration.class, DisabledRetortAutoConfiguration.class);

    private final TestDatabase database = TestDatabase.create();
    private final String[] connection = {
        "spring.datasource.url=" + database.url(), "spring.datasource.username=" + database.user()
    };
    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(CONFIGURATIONS).withPropertyValues(connection);

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void bringsTheDatabaseToHead(CapturedOutput output) {
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(versions()).containsExactly("3f9c2a7b1d04");
            assertThat(output).contains("The database went from base to 3f9c2a7b1d04: 2 revisions found, 2 applied in");
        });
    }

    @Test
    void bringsTheDatabaseToHeadWhereBeansAreLazy() {
        runner.withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> assertThat(versions()).containsExactly("3f9c2a7b1d04"));
    }

    @Test
    void reportsADatabaseAtHead(CapturedOutput output) {
        runner.run(context -> assertThat(context).hasNotFailed());
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(output).contains("The database is at 3f9c2a7b1d04: 2 revisions found, none applied in");
        });
    }

    @Test
    void startsWithoutScriptsAndNamesTheNextCommand(CapturedOutput output) {
        runner.withPropertyValues("retort.locations=classpath:no/such").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(output)
                    .contains(
                            "WARN",
                            "There are no revision scripts in classpath:no/such.",
                            "mvn retort:revision -Dretort.args=\"-m ")
                    .contains("The database is at base: 0 revisions found, none applied in");
        });
        runner.withPropertyValues("retort.locations=classpath:no/such", "retort.on-startup=validate")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void refusesToStartWithoutScriptsIfConfigured() {
        runner.withPropertyValues("retort.locations=classpath:no/such", "retort.on-missing-scripts=fail")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseInstanceOf(ScriptException.class)
                        .rootCause()
                        .hasMessageContaining("classpath:no/such: The location does not exist"));
    }

    @Test
    void refusesToStartWithoutScriptsOnADatabaseThatHasRevisions() {
        runner.run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues("retort.locations=classpath:no/such")
                .run(context ->
                        assertThat(context).getFailure().hasRootCauseInstanceOf(UnknownRevisionsException.class));
    }

    @Test
    void goesAsFarAsTheTarget() {
        runner.withPropertyValues("retort.target=8e1f0c5a9b22")
                .run(context -> assertThat(versions()).containsExactly("8e1f0c5a9b22"));
    }

    @Test
    void doesNotMigrateIfConfigured(CapturedOutput output) {
        runner.withPropertyValues("retort.on-startup=none").run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(Retort.class);
            assertThat(database.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                    .containsExactly("0");
            assertThat(output).contains("Retort does not migrate the database at startup: retort.on-startup is none.");
        });
    }

    @Test
    void reportsThatItIsDisabled(CapturedOutput output) {
        runner.withPropertyValues("retort.enabled=false").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(output).contains("Retort is disabled: retort.enabled is false.");
        });
    }

    @Test
    void leavesTheDatabaseAloneInATrainingRun(CapturedOutput output) {
        runner.withSystemProperties("spring.context.exit=onRefresh")
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://nobody.invalid/none")
                .run(context -> assertThat(output).contains("at startup: this is a training run"));
    }

    @Test
    void failsWithoutChangingAnythingWhenItOnlyValidates() {
        runner.withPropertyValues("retort.on-startup=validate").run(context -> {
            assertThat(context).getFailure().hasRootCauseInstanceOf(NotAtTargetException.class);
            assertThat(database.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                    .containsExactly("0");
        });
    }

    @Test
    void startsWhenItValidatesADatabaseAtHead(CapturedOutput output) {
        runner.run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues("retort.on-startup=validate").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(output).contains("The database is at 3f9c2a7b1d04");
        });
    }

    @Test
    void aStrategyReplacesTheStart() {
        MigrationStrategy one = retort -> Optional.of(retort.upgrade(RunRequest.atStartup("+1")));
        runner.withBean(MigrationStrategy.class, () -> one)
                .run(context -> assertThat(versions()).containsExactly("8e1f0c5a9b22"));
    }

    @Test
    void aStrategyDoesNotRunWhenTheStartIsToDoNothing() {
        runner.withBean(MigrationStrategy.class, () -> retort -> retort.start(StartMode.UPGRADE))
                .withPropertyValues("retort.on-startup=none")
                .run(context -> assertThat(database.query("SELECT to_regclass('alembic_version')"))
                        .containsExactly("null"));
    }

    @Test
    void listenersAreCalledInTheirOrder() {
        runner.withUserConfiguration(Listeners.class)
                .run(context -> assertThat(context.getBean(Heard.class).names).containsExactly("first", "second"));
    }

    @Test
    void marksTheMigrationInTheStepsOfTheStart() {
        BufferingApplicationStartup startup = new BufferingApplicationStartup(1000);
        runner.withInitializer(context -> context.setApplicationStartup(startup))
                .run(context -> {
                    TimelineEvent event = startup.getBufferedTimeline().getEvents().stream()
                            .filter(candidate ->
                                    candidate.getStartupStep().getName().equals("retort.migrate"))
                            .findFirst()
                            .orElseThrow();
                    assertThat(event.getStartupStep().getTags())
                            .extracting(tag -> tag.getKey() + "=" + tag.getValue())
                            .containsExactly(
                                    "database=default", "before=", "after=3f9c2a7b1d04", "found=2", "applied=2");
                });
    }

    @Test
    void aFailureStopsTheStart() {
        runner.withPropertyValues("retort.locations=classpath:db/failing").run(context -> {
            MigrationFailedException failed = failure(context.getStartupFailure());
            assertThat(failed).hasCauseInstanceOf(StatementFailedException.class);
            assertThat(failed.database()).isEqualTo("default");
            assertThat(database.query("SELECT to_regclass('rolled_back')")).containsExactly("null");
        });
    }

    @Test
    void reportsHowToExposeTheEndpoint(CapturedOutput output) {
        web().run(context ->
                assertThat(output).contains("set management.endpoints.web.exposure.include=health,migrations."));
    }

    @Test
    void keepsWhatAWebApplicationExposesAlready(CapturedOutput output) {
        web().withPropertyValues("management.endpoints.web.exposure.include=health,info")
                .run(context -> assertThat(output)
                        .contains("set management.endpoints.web.exposure.include=health,info,migrations."));
    }

    @Test
    void reportsNothingOfAnEndpointThatIsExposed(CapturedOutput output) {
        web().withPropertyValues("management.endpoints.web.exposure.include=*")
                .run(context -> assertThat(output).doesNotContain("exposure.include"));
    }

    @Test
    void reportsNothingOfTheEndpointWithoutAWebServer(CapturedOutput output) {
        runner.run(context -> assertThat(output).doesNotContain("exposure.include"));
    }

    private WebApplicationContextRunner web() {
        return new WebApplicationContextRunner()
                .withConfiguration(CONFIGURATIONS)
                .withPropertyValues(connection);
    }

    private List<String> versions() {
        return database.query("SELECT version_num FROM alembic_version");
    }

    private static MigrationFailedException failure(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof MigrationFailedException)) {
            cause = cause.getCause();
        }
        return (MigrationFailedException) Objects.requireNonNull(cause);
    }

    @Configuration(proxyBeanMethods = false)
    static class Listeners {

        @Bean
        Heard heard() {
            return new Heard();
        }

        @Bean
        @Order(2)
        MigrationListener second(Heard heard) {
            return heard.listener("second");
        }

        @Bean
        @Order(1)
        MigrationListener first(Heard heard) {
            return heard.listener("first");
        }
    }

    private static final class Heard {

        private final List<String> names = new ArrayList<>();

        MigrationListener listener(String name) {
            return new MigrationListener() {
                @Override
                public void beforeRun(RunEvent run) {
                    names.add(name);
                }
            };
        }
    }
}
