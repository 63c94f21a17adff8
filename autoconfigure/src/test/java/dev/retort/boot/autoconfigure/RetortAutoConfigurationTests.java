/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.boot.MigrationConnectionDetails;
import dev.retort.boot.MigrationStrategy;
import dev.retort.boot.RetortSettingsCustomizer;
import dev.retort.boot.datasource.MigrationDataSourceException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.EmbeddedDataSourceConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** When the auto-configuration applies and when it backs off, and the effect of beans of the application. */
class RetortAutoConfigurationTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(RetortAutoConfiguration.class, DisabledRetortAutoConfiguration.class))
            .withBean("doNothing", MigrationStrategy.class, () -> retort -> Optional.empty());

    @Test
    void backsOffWithoutDataSource() {
        runner.run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(Retort.class)
                .doesNotHaveBean(RetortInitializer.class));
    }

    @Test
    void backsOffWithoutSpringJdbc() {
        runner.withUserConfiguration(EmbeddedDataSourceConfiguration.class)
                .withClassLoader(new FilteredClassLoader("org.springframework.jdbc.datasource.SimpleDriverDataSource"))
                .run(context -> assertThat(context).doesNotHaveBean(Retort.class));
    }

    @Test
    void backsOffWithoutEngine() {
        runner.withUserConfiguration(EmbeddedDataSourceConfiguration.class)
                .withClassLoader(new FilteredClassLoader(Retort.class))
                .run(context -> assertThat(context).doesNotHaveBean(RetortInitializer.class));
    }

    @Test
    void backsOffWhenDisabled() {
        runner.withUserConfiguration(EmbeddedDataSourceConfiguration.class)
                .withPropertyValues("retort.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(Retort.class)
                        .doesNotHaveBean(RetortInitializer.class));
    }

    @Test
    void startsWithADataSource() {
        runner.withUserConfiguration(EmbeddedDataSourceConfiguration.class)
                .run(context -> assertThat(context)
                        .hasSingleBean(Retort.class)
                        .hasBean("retort")
                        .hasSingleBean(RetortInitializer.class));
    }

    @Test
    void backsOffIfTheOnlyDataSourceNeedsAQualifier() {
        runner.withBean(
                        "reports",
                        DataSource.class,
                        () -> mock(DataSource.class),
                        definition -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Retort.class));
    }

    @Test
    void startsWithItsOwnUrl() {
        runner.withPropertyValues("retort.url=jdbc:postgresql://localhost/none")
                .run(context -> assertThat(context).hasSingleBean(Retort.class));
    }

    @Test
    void startsWithItsOwnConnectionDetails() {
        runner.withBean(MigrationConnectionDetails.class, OwnConnectionDetails::new)
                .run(context -> assertThat(context).hasSingleBean(Retort.class));
    }

    @Test
    void failsWithConnectionDetailsOfTheApplicationAndNoDataSource() {
        runner.withBean(JdbcConnectionDetails.class, () -> mock(JdbcConnectionDetails.class))
                .run(context ->
                        assertThat(context).getFailure().hasRootCauseInstanceOf(MigrationDataSourceException.class));
    }

    @Test
    void namesTheOnlyDatabaseDefault() {
        runner.withUserConfiguration(EmbeddedDataSourceConfiguration.class)
                .run(context -> assertThat(
                                settings(context.getBean(Retort.class)).name())
                        .isEqualTo("default"));
    }

    @Test
    void backsOffFromARetortOfTheApplicationAndMigratesWithIt() {
        MigrationStrategy strategy = mock(MigrationStrategy.class);
        Retort own = retort("legacy");
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(RetortAutoConfiguration.class))
                .withBean("own", Retort.class, () -> own)
                .withBean(MigrationStrategy.class, () -> strategy)
                .run(context -> {
                    assertThat(context).hasSingleBean(Retort.class).hasBean("own");
                    verify(strategy).migrate(own);
                });
    }

    @Test
    void leavesTheDatabasesOfAParentToTheParent() {
        MigrationStrategy strategy = mock(MigrationStrategy.class);
        ApplicationContextRunner counting = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(RetortAutoConfiguration.class))
                .withBean(MigrationStrategy.class, () -> strategy);
        counting.withUserConfiguration(EmbeddedDataSourceConfiguration.class)
                .run(parent -> counting.withParent(parent)
                        .run(child -> assertThat(child).hasNotFailed()));
        verify(strategy, times(1)).migrate(any());
    }

    @Test
    void customizersAreAppliedLastInTheirOrder() {
        runner.withUserConfiguration(EmbeddedDataSourceConfiguration.class, Customizers.class)
                .withPropertyValues("retort.target=fromproperties", "retort.connect-retries=3")
                .run(context -> {
                    RetortSettings settings = settings(context.getBean(Retort.class));
                    assertThat(settings.target()).isEqualTo("fromsecond");
                    assertThat(settings.connectRetries()).isEqualTo(3);
                });
    }

    @Test
    void scriptsOfTheDefaultLocationAreInANativeImage() {
        RuntimeHints hints = new RuntimeHints();
        AotServices.factories().load(RuntimeHintsRegistrar.class).stream()
                .filter(RetortRuntimeHints.class::isInstance)
                .forEach(registrar -> registrar.registerHints(hints, getClass().getClassLoader()));
        assertThat(RuntimeHintsPredicates.resource().forResource("db/migrations/sub/0001.sql"))
                .accepts(hints);
    }

    private static Retort retort(String name) {
        return new Retort(
                RetortSettings.builder().name(name).build(),
                mock(DataSource.class),
                RetortAutoConfigurationTests.class.getClassLoader(),
                List.of());
    }

    private static RetortSettings settings(Retort retort) {
        return retort.settings();
    }

    @Configuration(proxyBeanMethods = false)
    static class Customizers {

        @Bean
        @Order(2)
        RetortSettingsCustomizer second() {
            return settings -> settings.target("fromsecond");
        }

        @Bean
        @Order(1)
        RetortSettingsCustomizer first() {
            return settings -> settings.target("fromfirst");
        }
    }

    private static final class OwnConnectionDetails implements MigrationConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql://localhost/none";
        }

        @Override
        public String getUsername() {
            return "owner";
        }

        @Override
        public String getPassword() {
            return "secret";
        }
    }
}
