/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.boot.actuate.answer.ErrorDescriptor;
import dev.retort.boot.actuate.answer.LogEntryDescriptor;
import dev.retort.boot.actuate.answer.MigrationsDescriptor;
import dev.retort.boot.actuate.answer.RunDescriptor;
import dev.retort.boot.actuate.status.Databases;
import dev.retort.boot.actuate.status.MigrationsHealthContributorAutoConfiguration;
import dev.retort.boot.actuate.status.MigrationsHealthIndicator;
import dev.retort.boot.actuate.status.MigrationsInfoContributor;
import dev.retort.boot.actuate.status.MigrationsInfoContributorAutoConfiguration;
import dev.retort.boot.actuate.status.MigrationsMetricsAutoConfiguration;
import dev.retort.boot.actuate.status.RevisionMeters;
import dev.retort.boot.actuate.status.RunMeters;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class AutoConfigurationTests {

    private static final String ON_THE_WEB = "management.endpoints.web.exposure.include=migrations";

    private final ApplicationContextRunner withoutRetort = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    MigrationsEndpointAutoConfiguration.class,
                    MigrationsHealthContributorAutoConfiguration.class,
                    MigrationsInfoContributorAutoConfiguration.class,
                    MigrationsMetricsAutoConfiguration.class));
    private final ApplicationContextRunner runner = withoutRetort.withUserConfiguration(WithRetort.class);

    @Configuration(proxyBeanMethods = false)
    static class WithRetort {

        @Bean
        Retort retort() {
            DataSource nowhere = new PGSimpleDataSource();
            return new Retort(
                    RetortSettings.builder().build(), nowhere, getClass().getClassLoader(), List.of());
        }
    }

    @Test
    void hasTheEndpointAndItsWritesWhenItIsExposedOnTheWeb() {
        runner.withPropertyValues(ON_THE_WEB).run(context -> {
            assertThat(context).hasSingleBean(MigrationsEndpoint.class);
            assertThat(context).hasSingleBean(MigrationsEndpointWebExtension.class);
            assertThat(context).hasSingleBean(WriteArgumentsAdvisor.class);
        });
    }

    @Test
    void hasNoWritesWhenTheEndpointIsExposedOverJmxOnly() {
        runner.withPropertyValues("management.endpoints.jmx.exposure.include=migrations", "spring.jmx.enabled=true")
                .run(context -> {
                    assertThat(context).hasSingleBean(MigrationsEndpoint.class);
                    assertThat(context).doesNotHaveBean(MigrationsEndpointWebExtension.class);
                    assertThat(context).doesNotHaveBean(WriteOperations.class);
                });
    }

    @Test
    void hasNoEndpointByDefault() {
        runner.run(context -> assertThat(context).doesNotHaveBean(MigrationsEndpoint.class));
    }

    @Test
    void hasNoEndpointWithAccessNone() {
        runner.withPropertyValues(ON_THE_WEB, "management.endpoint.migrations.access=NONE")
                .run(context -> assertThat(context).doesNotHaveBean(MigrationsEndpoint.class));
    }

    @Test
    void hasNothingWithoutADatabase() {
        withoutRetort.withPropertyValues(ON_THE_WEB).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context).doesNotHaveBean(MigrationsEndpoint.class);
            assertThat(context).doesNotHaveBean(HealthContributor.class);
            assertThat(context).doesNotHaveBean(MigrationsInfoContributor.class);
            assertThat(context).doesNotHaveBean(RevisionMeters.class);
        });
    }

    @Test
    void findsTheDatabasesOfAParent() {
        runner.run(parent -> withoutRetort
                .withParent(parent)
                .withPropertyValues(ON_THE_WEB)
                .run(context -> {
                    assertThat(context).hasSingleBean(MigrationsEndpoint.class);
                    Databases databases = context.getBean(Databases.class);
                    assertThat(databases.byName()).containsOnlyKeys("default");
                    assertThat(databases.select("default")).isSameAs(parent.getBean(Retort.class));
                }));
    }

    @Test
    void hasHealthInfoAndMeters() {
        runner.run(context -> {
            assertThat(context).hasSingleBean(HealthIndicator.class);
            assertThat(context).hasSingleBean(MigrationsInfoContributor.class);
            assertThat(context).hasSingleBean(RevisionMeters.class);
            assertThat(context).hasSingleBean(RunMeters.class);
        });
    }

    @Test
    void hasNoHealthWhenItIsSwitchedOff() {
        runner.withPropertyValues("management.health.migrations.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(HealthContributor.class));
    }

    @Test
    void hasNoInfoWhenItIsSwitchedOff() {
        runner.withPropertyValues("management.info.migrations.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(MigrationsInfoContributor.class));
    }

    /** Imports auto-configurations as Spring Boot does, which filters them before it loads their conditions. */
    private ApplicationContextRunner discovered(String... missingPackages) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Discovered.class, WithRetort.class)
                .withClassLoader(new FilteredClassLoader(missingPackages))
                .withPropertyValues("spring.autoconfigure.exclude=" + othersAutoConfigurations(), ON_THE_WEB);
    }

    private static String othersAutoConfigurations() {
        return ImportCandidates.load(AutoConfiguration.class, AutoConfigurationTests.class.getClassLoader())
                .getCandidates()
                .stream()
                .filter(name -> !name.startsWith("dev.retort.boot.actuate."))
                .collect(Collectors.joining(","));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Discovered {}

    @Test
    void isFoundBySpringBoot() {
        discovered("none")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(MigrationsEndpointWebExtension.class)
                        .hasSingleBean(MigrationsHealthIndicator.class)
                        .hasSingleBean(MigrationsInfoContributor.class)
                        .hasSingleBean(RunMeters.class));
    }

    @Test
    void needsNoActuator() {
        discovered("org.springframework.boot.actuate", "org.springframework.boot.health")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("migrationsEndpoint"));
    }

    @Test
    void needsNoMicrometer() {
        discovered("io.micrometer.core")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("migrationsRunMeters"));
    }

    @Test
    void needsNoSpringSecurity() {
        discovered("org.springframework.security")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(MigrationsEndpointWebExtension.class));
    }

    @Test
    void keepsTheApplicationsOwnHealthContributor() {
        HealthIndicator own = () -> Health.up().build();
        runner.withBean("migrationsHealthIndicator", HealthIndicator.class, () -> own)
                .run(context ->
                        assertThat(context).getBean(HealthContributor.class).isSameAs(own));
    }

    @Test
    void letsTheDescriptorsBeReadInANativeImage() {
        RuntimeHints hints = new RuntimeHints();
        new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(hints, MigrationsEndpointWebExtension.class);

        List.of(MigrationsDescriptor.class, LogEntryDescriptor.class, RunDescriptor.class, ErrorDescriptor.class)
                .forEach(type -> assertThat(RuntimeHintsPredicates.reflection().onType(type))
                        .accepts(hints));
    }
}
