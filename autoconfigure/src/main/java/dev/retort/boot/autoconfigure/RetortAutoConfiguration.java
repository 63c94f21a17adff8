/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.Retort;
import dev.retort.boot.MigrationConnectionDetails;
import dev.retort.boot.MigrationDataSource;
import dev.retort.boot.MigrationStrategy;
import dev.retort.boot.RetortSettingsCustomizer;
import dev.retort.boot.datasource.ConnectionDetailsSelector;
import dev.retort.boot.datasource.DataSourceBeans;
import dev.retort.boot.datasource.MigrationDataSourceCondition;
import dev.retort.boot.datasource.MigrationDataSources;
import dev.retort.boot.properties.RetortDatabases;
import dev.retort.boot.properties.RetortProperties;
import dev.retort.boot.properties.SystemProperties;
import dev.retort.event.MigrationListener;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Auto-configuration for Retort. Migrates at startup, before any bean that Spring Boot orders after database
 * initialization.
 *
 * <p>Creates a {@link Retort} for the application's {@code DataSource}, or one for each of {@code retort.databases},
 * unless the application defines a {@link Retort} bean. All {@link Retort} beans are migrated at startup.
 *
 * <p>No method of it has more than three parameters: the first call of a method with more costs several milliseconds on Java
 * 18 and later, which creates classes for each number of parameters.
 *
 * @since 0.1
 */
@AutoConfiguration(
        after = DataSourceAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration"
        })
@ConditionalOnClass({Retort.class, SimpleDriverDataSource.class})
@ConditionalOnBooleanProperty(name = "retort.enabled", matchIfMissing = true)
@Conditional(MigrationDataSourceCondition.class)
@EnableConfigurationProperties(RetortProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
public final class RetortAutoConfiguration {

    @Bean
    RetortDatabases retortDatabases(Environment environment, RetortProperties properties) {
        SystemProperties.requireKnownKeys(environment);
        return RetortDatabases.of(environment, properties);
    }

    /** Created at startup also where Spring Boot makes all other beans lazy. */
    @Bean
    @Lazy(false)
    RetortInitializer retortInitializer(
            ApplicationContext context, RetortDatabases databases, ApplicationStartup startup) {
        StartPolicy policy = new StartPolicy(
                databases, context.getBeanProvider(MigrationStrategy.class).getIfAvailable());
        StartReport report = new StartReport(
                context.getBeanProvider(EndpointHint.class).getIfAvailable(EndpointHint::none),
                OtherMigrationTools.in(context),
                SchemaCreation.in(context));
        return new RetortInitializer(ownRetorts(context), policy, report, startup);
    }

    /** The parent context has migrated its own. */
    private static List<Retort> ownRetorts(ListableBeanFactory beans) {
        Collection<Retort> own = beans.getBeansOfType(Retort.class).values();
        return beans.getBeanProvider(Retort.class)
                .orderedStream()
                .filter(own::contains)
                .toList();
    }

    /** The facades themselves. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(Retort.class)
    @Import(RetortRegistrar.class)
    static class RetortConfiguration {

        @Bean
        DataSourceBeans retortDataSourceBeans(
                ListableBeanFactory beans,
                ObjectProvider<DataSource> dataSources,
                @MigrationDataSource ObjectProvider<DataSource> migrationDataSources) {
            return new DataSourceBeans(beans, dataSources, migrationDataSources);
        }

        @Bean
        MigrationDataSources retortDataSources(
                DataSourceBeans beans,
                RetortDatabases databases,
                ObjectProvider<MigrationConnectionDetails> connectionDetails) {
            MigrationConnectionDetails ofSingle = ConnectionDetailsSelector.choose(
                    connectionDetails.getIfUnique(), databases.get(RetortDatabases.SINGLE));
            return new MigrationDataSources(beans, databases, ofSingle);
        }

        @Bean
        RetortFactory retortFactory(
                ApplicationContext context, RetortDatabases databases, MigrationDataSources dataSources) {
            RetortSettingsFactory settings = new RetortSettingsFactory(
                    databases, context.getEnvironment(), context.getBeanProvider(RetortSettingsCustomizer.class));
            return new RetortFactory(settings, dataSources, context, context.getBeanProvider(MigrationListener.class));
        }

        @Bean
        RetortSchemaManagementProvider retortSchemaManagementProvider(
                RetortDatabases databases, ObjectProvider<MigrationDataSources> dataSources) {
            return new RetortSchemaManagementProvider(databases, dataSources);
        }
    }

    /** The hint for web applications about the endpoint. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
    static class EndpointHintConfiguration {

        @Bean
        EndpointHint retortEndpointHint(Environment environment) {
            return EndpointHint.of(environment);
        }
    }
}
