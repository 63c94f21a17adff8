/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.internal.scratch.Scratch;
import dev.retort.model.SchemaModel;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

class PersistenceUnitsTests extends ModelTestCase {

    private ApplicationContextRunner jpa() {
        return application()
                .withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
                .withUserConfiguration(Entities.class);
    }

    @Test
    void makesTheEntitiesWithTheApplicationsOwnNames() {
        jpa().run(context -> {
            try (Scratch scratch = scratch(context)) {
                scratch.run(models(context).choose(null));

                assertThat(query(
                                scratch,
                                "SELECT table_name || '.' || column_name FROM information_schema.columns"
                                        + " WHERE table_schema = 'public' ORDER BY ordinal_position"))
                        .containsExactly("sales_order.id", "sales_order.customer_name");
            }
        });
    }

    @Test
    void changesNothingInTheDatabaseWhateverTheSettingsAre() {
        jpa().withPropertyValues(
                        "spring.jpa.hibernate.ddl-auto=create",
                        "spring.jpa.properties.jakarta.persistence.schema-generation.database.action=create")
                .run(context -> {
                    assertThat(texts(models(context).choose("hibernate").ddl(majorVersion)))
                            .singleElement()
                            .asString()
                            .startsWith("create table sales_order");
                    assertThat(database.query("SELECT to_regclass('sales_order') IS NULL"))
                            .containsExactly("t");
                });
    }

    @Test
    void doesNotConnectToReadTheEntities() {
        jpa().withPropertyValues("spring.jpa.hibernate.ddl-auto=none")
                .withUserConfiguration(CountedConnections.class)
                .run(context -> {
                    CountingDataSource counter = (CountingDataSource) context.getBean(DataSource.class);

                    assertThat(texts(models(context).choose("hibernate").ddl(majorVersion)))
                            .hasSize(1);

                    assertThat(counter.opened).isEmpty();
                });
    }

    @Test
    void listsModelsWithoutBuildingThem() {
        jpa().withPropertyValues("spring.jpa.properties.hibernate.dialect=not.a.Dialect")
                .run(context -> {
                    SchemaModel model = models(context).choose(null);

                    assertThat(model.name()).isEqualTo("hibernate");
                    assertThatThrownBy(() -> model.ddl(majorVersion))
                            .isInstanceOf(RetortException.class)
                            .hasMessageContaining("The entities of entityManagerFactory cannot be read")
                            .hasMessageContaining("not.a.Dialect");
                });
    }

    @Test
    void canBeAskedTwice() {
        jpa().run(context -> {
            SchemaModel model = models(context).choose(null);

            assertThat(texts(model.ddl(majorVersion))).hasSize(1).isEqualTo(texts(model.ddl(majorVersion)));
        });
    }

    @Test
    void leavesTheApplicationsOwnIntegratorsAtWork() {
        OwnIntegrator own = new OwnIntegrator();
        jpa().withBean(
                        HibernatePropertiesCustomizer.class,
                        () -> properties -> properties.put(
                                "hibernate.integrator_provider", (IntegratorProvider) () -> List.of(own)))
                .run(context -> {
                    assertThat(texts(models(context).choose(null).ddl(majorVersion)))
                            .hasSize(1);
                    assertThat(own.seen).isEqualTo(1);
                });
    }

    @Test
    void letsThePropertyChooseAmongSeveral() {
        application().withUserConfiguration(TwoUnits.class).run(context -> {
            assertThatThrownBy(() -> models(context).choose("hibernate"))
                    .hasMessageContaining("hibernate:billing, hibernate:orders");
            assertThat(texts(models(context).choose("hibernate:billing").ddl(majorVersion)))
                    .singleElement()
                    .asString()
                    .contains("SalesOrder");
            assertThat(database.query("SELECT count(*) FROM pg_class WHERE relname ILIKE 'sales%'"))
                    .containsExactly("0");
        });
    }

    @Test
    void refusesAScanThatFindsNoEntity() {
        application()
                .withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
                .withUserConfiguration(WrongPackage.class)
                .run(context -> {
                    SchemaModel model = models(context).choose(null);

                    assertThatThrownBy(() -> model.ddl(majorVersion))
                            .isInstanceOf(RetortException.class)
                            .hasMessageContaining("The model hibernate has no entity.")
                            .hasMessageContaining("Correct @EntityScan");
                });
    }

    @Test
    void reportsThatItComesTooLate() {
        jpa().run(context -> {
            SchemaModel model = models(context).choose(null);
            context.getBean(EntityManagerFactory.class);

            assertThatThrownBy(() -> model.ddl(majorVersion))
                    .hasMessageContaining("The EntityManagerFactory was built before the command");
        });
    }

    @Configuration(proxyBeanMethods = false)
    @EntityScan(basePackageClasses = PersistenceUnitsTests.class)
    static class Entities {}

    @Configuration(proxyBeanMethods = false)
    @EntityScan("dev.retort.boot.no.such")
    static class WrongPackage {}

    @Configuration(proxyBeanMethods = false)
    static class TwoUnits {

        private static LocalContainerEntityManagerFactoryBean unit(DataSource dataSource) {
            LocalContainerEntityManagerFactoryBean unit = new LocalContainerEntityManagerFactoryBean();
            HibernateJpaVendorAdapter vendor = new HibernateJpaVendorAdapter();
            vendor.setGenerateDdl(true);
            unit.setJpaVendorAdapter(vendor);
            unit.setDataSource(dataSource);
            unit.setPackagesToScan(PersistenceUnitsTests.class.getPackageName());
            unit.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "update"));
            return unit;
        }

        @Bean
        LocalContainerEntityManagerFactoryBean orders(DataSource dataSource) {
            return unit(dataSource);
        }

        @Bean
        LocalContainerEntityManagerFactoryBean billing(DataSource dataSource) {
            return unit(dataSource);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class CountedConnections {

        @Bean
        static CountingPostProcessor counting() {
            return new CountingPostProcessor();
        }
    }

    static final class CountingPostProcessor implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource dataSource ? new CountingDataSource(dataSource) : bean;
        }
    }

    static final class CountingDataSource extends DelegatingDataSource {

        final List<String> opened = new ArrayList<>();

        CountingDataSource(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            opened.add("connection");
            return super.getConnection();
        }
    }

    static final class OwnIntegrator implements Integrator {

        int seen;

        @Override
        public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
            seen++;
        }
    }

    @Entity(name = "SalesOrder")
    static class SalesOrder {
        @Id
        long id;

        @SuppressWarnings({"NullAway.Init", "UnusedVariable"})
        String customerName;
    }
}
