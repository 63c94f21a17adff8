/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.spring;

import dev.retort.boot.MigrationConnectionDetails;
import dev.retort.boot.MigrationStrategy;
import dev.retort.boot.model.ApplicationModels;
import dev.retort.testing.database.TestDatabase;
import dev.retort.testing.database.TestDatabases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.container.ContainerImageMetadata;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives a context its own database, which is dropped when the context is closed. Equal to another with the same
 * values, so that classes with equal configurations share context and database.
 *
 * @param target the target of the migration
 * @param roles the roles that scripts refer to
 */
record MigratedDatabaseCustomizer(String target, List<String> roles) implements ContextCustomizer {

    MigratedDatabaseCustomizer {
        roles = List.copyOf(roles);
    }

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        TestDatabase database = TestDatabases.ofProcess().empty(roles);
        BeanDefinitionRegistry definitions = (BeanDefinitionRegistry) context.getBeanFactory();
        RootBeanDefinition owner = definition(TestDatabase.class, () -> database);
        owner.setDestroyMethodName("close");
        definitions.registerBeanDefinition("retortTestDatabase", owner);
        connect(context, definitions, database);
        ListableBeanFactory beans = context.getBeanFactory();
        definitions.registerBeanDefinition(
                "retortTestStrategy",
                definition(
                        MigrationStrategy.class,
                        () -> new CopyingStrategy(new TestedDatabase(database, target, roles), beans)));
        new ApplicationModels(context).remember();
    }

    /**
     * Applies to a DataSource that is built from properties, and to Spring Boot's, whatever other connection details
     * exist.
     */
    private static void connect(
            ConfigurableApplicationContext context, BeanDefinitionRegistry definitions, TestDatabase database) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", database.url());
        put(properties, "spring.datasource.username", database.username());
        put(properties, "spring.datasource.password", database.password());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("retortTestDatabase", properties));

        RootBeanDefinition connection = definition(JdbcConnectionDetails.class, () -> new Connection(database));
        // Slices replace a DataSource with an embedded one, but not a DataSource of a test server.
        new ContainerImageMetadata("retort-test").addTo(connection);
        definitions.registerBeanDefinition("retortTestConnectionDetails", connection);
        definitions.registerBeanDefinition(
                "retortTestMigrationConnectionDetails",
                definition(MigrationConnectionDetails.class, ApplicationConnection::new));
    }

    private static void put(Map<String, Object> properties, String key, @Nullable String value) {
        properties.put(key, value == null ? "" : value);
    }

    private static <T> RootBeanDefinition definition(Class<T> type, Supplier<T> supplier) {
        RootBeanDefinition definition = new RootBeanDefinition(type, supplier);
        definition.setPrimary(true);
        return definition;
    }

    /**
     * The connection details of the application.
     *
     * @param database the database of its context
     */
    private record Connection(TestDatabase database) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return database.url();
        }

        @Override
        public @Nullable String getUsername() {
            return database.username();
        }

        @Override
        public @Nullable String getPassword() {
            return database.password();
        }
    }

    /** Migrations connect to the application's database, whatever {@code retort.url} is. */
    private record ApplicationConnection() implements MigrationConnectionDetails {

        @Override
        public @Nullable String getJdbcUrl() {
            return null;
        }

        @Override
        public @Nullable String getUsername() {
            return null;
        }

        @Override
        public @Nullable String getPassword() {
            return null;
        }
    }
}
