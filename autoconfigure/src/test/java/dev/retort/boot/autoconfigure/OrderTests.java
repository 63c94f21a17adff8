/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.test.TestDatabase;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beans that wait for the migration. */
class OrderTests {

    private final TestDatabase database = TestDatabase.create();
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    RetortAutoConfiguration.class))
            .withPropertyValues(
                    "spring.datasource.url=" + database.url(), "spring.datasource.username=" + database.user());

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void theInitializerWaitsForTheFacade() {
        runner.run(
                context -> assertThat(dependsOn(context, "retortInitializer")).contains("retort"));
    }

    @Test
    void jdbcClientsWait() {
        runner.run(context -> {
            assertThat(dependsOn(context, "jdbcTemplate")).contains("retort", "retortInitializer");
            assertThat(dependsOn(context, "jdbcClient")).contains("retort", "retortInitializer");
            assertThat(context.getBean(JdbcClient.class)
                            .sql("SELECT count(*) FROM customer")
                            .query(Long.class)
                            .single())
                    .isZero();
        });
    }

    @Test
    void entityManagersWait() {
        runner.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
                .run(context ->
                        assertThat(dependsOn(context, "entityManagerFactory")).contains("retort", "retortInitializer"));
    }

    @Test
    void beansWaitThatSayThatTheyUseTheDatabase() {
        runner.withUserConfiguration(Marked.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Customers.class).count()).isZero();
        });
    }

    @Test
    void beansWaitForTheFacadesOfTheApplicationToo() {
        runner.withUserConfiguration(OwnRetort.class, Marked.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(dependsOn(context, "customers")).contains("own", "retortInitializer");
        });
    }

    @Test
    void aLazyApplicationIsMigratedAtStart() {
        runner.withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> assertThat(database.query("SELECT version_num FROM alembic_version"))
                        .containsExactly("3f9c2a7b1d04"));
    }

    private static String[] dependsOn(AssertableApplicationContext context, String bean) {
        BeanDefinition definition = context.getBeanFactory().getBeanDefinition(bean);
        String[] dependsOn = definition.getDependsOn();
        return dependsOn == null ? new String[0] : dependsOn;
    }

    @Configuration(proxyBeanMethods = false)
    static class Marked {

        /** Created first of all if it did not wait: it is defined before the auto-configuration. */
        @Bean
        @DependsOnDatabaseInitialization
        Customers customers(DataSource dataSource) {
            return new Customers(new JdbcTemplate(dataSource));
        }
    }

    private static final class Customers {

        private final Long counted;

        Customers(JdbcTemplate jdbc) {
            counted = Objects.requireNonNull(jdbc.queryForObject("SELECT count(*) FROM customer", Long.class));
        }

        long count() {
            return counted;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnRetort {

        @Bean
        Retort own(DataSource dataSource) {
            return new Retort(
                    RetortSettings.builder().name("own").build(),
                    dataSource,
                    OrderTests.class.getClassLoader(),
                    List.of());
        }
    }
}
