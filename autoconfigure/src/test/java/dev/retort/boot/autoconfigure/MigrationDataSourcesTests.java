/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.zaxxer.hikari.HikariDataSource;
import dev.retort.boot.MigrationConnectionDetails;
import dev.retort.boot.MigrationDataSource;
import dev.retort.boot.MigrationStrategy;
import dev.retort.boot.datasource.MigrationDataSources;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** Selects the DataSource to migrate, without a connection. */
class MigrationDataSourcesTests {

    private static final String URL = "jdbc:postgresql://server:5432/service";

    private final ApplicationContextRunner bare = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(RetortAutoConfiguration.class))
            .withBean("doNothing", MigrationStrategy.class, () -> retort -> Optional.empty());

    private final ApplicationContextRunner runner = bare.withConfiguration(
                    AutoConfigurations.of(DataSourceAutoConfiguration.class))
            .withPropertyValues(
                    "spring.datasource.url=jdbc:postgresql://pooler:6432/service",
                    "spring.datasource.username=app",
                    "spring.datasource.password=app-secret");

    @Test
    void usesTheDataSourceOfTheApplication() {
        runner.run(context -> assertThat(migrated(context)).isSameAs(context.getBean(DataSource.class)));
    }

    @Test
    void usesAUrlWithTheUserOfTheApplication() {
        runner.withPropertyValues("retort.url=" + URL)
                .run(context -> assertConnects(context, URL, "app", "app-secret"));
    }

    @Test
    void usesAUrlWithItsOwnUser() {
        runner.withPropertyValues("retort.url=" + URL, "retort.username=owner", "retort.password=secret")
                .run(context -> assertConnects(context, URL, "owner", "secret"));
    }

    @Test
    void usesItsOwnUserAtTheUrlOfTheApplication() {
        runner.withPropertyValues("retort.username=owner", "retort.password=secret")
                .run(context -> assertConnects(context, "jdbc:postgresql://pooler:6432/service", "owner", "secret"));
    }

    @Test
    void usesItsOwnUserWithLazyConnections() {
        runner.withPropertyValues(
                        "spring.datasource.connection-fetch=lazy", "retort.username=owner", "retort.password=secret")
                .run(context -> assertConnects(context, "jdbc:postgresql://pooler:6432/service", "owner", "secret"));
    }

    @Test
    void usesAUrlWithoutUserWhenThereIsNoDataSource() {
        bare.withPropertyValues("retort.url=" + URL + "?user=owner").run(context -> {
            SimpleDriverDataSource migrated = (SimpleDriverDataSource) migrated(context);
            assertThat(migrated.getUrl()).isEqualTo(URL);
            assertThat(migrated.getUsername()).isEqualTo("owner");
        });
    }

    @Test
    void usesAUrlInTheFormOfLibpqAndKeepsItsPasswordApart() {
        for (ApplicationContextRunner either : List.of(bare, runner)) {
            either.withPropertyValues("retort.url=postgresql://own%40er:s/%40ecret@server/service?connect_timeout=3"
                            .replace("s/", "s%2F"))
                    .run(context -> {
                        assertConnects(context, URL, "own@er", "s/@ecret");
                        assertThat(((SimpleDriverDataSource) migrated(context)).getConnectionProperties())
                                .containsEntry("connectTimeout", "3");
                    });
        }
    }

    @Tag("slow")
    @Test
    void usesAUrlAloneWhenTheUserOfTheApplicationCannotBeRead() {
        bare.withBean(DataSource.class, () -> mock(AbstractRoutingDataSource.class))
                .withPropertyValues("retort.url=" + URL)
                .run(context -> assertThat(((SimpleDriverDataSource) migrated(context)).getUsername())
                        .isNull());
    }

    @Test
    void ignoresABlankUrl() {
        runner.withPropertyValues("retort.url=", "retort.username=", "retort.data-source=")
                .run(context -> assertThat(migrated(context)).isSameAs(context.getBean(DataSource.class)));
    }

    @Test
    void reportsThatNoDriverAcceptsTheUrlWithoutShowingIt() {
        runner.withPropertyValues("retort.url=jdbc:nothing://u:secret@host/x")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .satisfies(cause -> assertThat(cause.getMessage()).doesNotContain("secret")));
    }

    @Test
    void prefersConnectionDetailsToProperties() {
        runner.withBean(MigrationConnectionDetails.class, Details::new)
                .withPropertyValues("retort.url=jdbc:postgresql://ignored/none", "retort.username=ignored")
                .run(context -> assertConnects(context, "jdbc:postgresql://details:5432/service", "details", "hush"));
    }

    @Test
    void prefersTheDataSourceMarkedForMigrations() {
        runner.withUserConfiguration(Marked.class)
                .withPropertyValues("retort.url=" + URL)
                .run(context -> {
                    assertThat(migrated(context)).isSameAs(context.getBean("owner"));
                    assertThat(context).hasBean("dataSource");
                });
    }

    @Test
    void usesTheDataSourceMarkedForMigrationsAlone() {
        bare.withUserConfiguration(Marked.class)
                .run(context -> assertThat(migrated(context)).isSameAs(context.getBean("owner")));
    }

    @Test
    void usesThePrimaryOfTwo() {
        bare.withUserConfiguration(TwoWithPrimary.class)
                .run(context -> assertThat(migrated(context)).isSameAs(context.getBean("first")));
    }

    @Test
    void usesTheOneThatTheKeyNames() {
        bare.withUserConfiguration(Two.class)
                .withPropertyValues("retort.data-source=second")
                .run(context -> assertThat(migrated(context)).isSameAs(context.getBean("second")));
    }

    @Test
    void refusesToChooseOneOfTwo() {
        bare.withUserConfiguration(Two.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("first, second")
                        .hasMessageContaining("@Primary"));
    }

    @Test
    void refusesANameThatNoDataSourceHas() {
        bare.withUserConfiguration(Two.class)
                .withPropertyValues("retort.data-source=third")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("no DataSource bean named 'third'")
                        .hasMessageContaining("There are: first, second."));
    }

    @Test
    void showsWhichSchemaIsManaged() {
        bare.withUserConfiguration(TwoWithPrimary.class).run(context -> {
            SchemaManagementProvider provider = context.getBean(SchemaManagementProvider.class);
            assertThat(provider.getSchemaManagement(context.getBean("first", DataSource.class)))
                    .isEqualTo(SchemaManagement.MANAGED);
            assertThat(provider.getSchemaManagement(context.getBean("second", DataSource.class)))
                    .isEqualTo(SchemaManagement.UNMANAGED);
        });
    }

    @Test
    void seesThroughProxiesOfAManagedSchema() {
        runner.withPropertyValues("spring.datasource.connection-fetch=lazy").run(context -> {
            DataSource proxy = context.getBean(DataSource.class);
            assertThat(proxy).isInstanceOf(LazyConnectionDataSourceProxy.class);
            SchemaManagementProvider provider = context.getBean(SchemaManagementProvider.class);
            assertThat(provider.getSchemaManagement(proxy.unwrap(HikariDataSource.class)))
                    .isEqualTo(SchemaManagement.MANAGED);
            assertThat(provider.getSchemaManagement(new LazyConnectionDataSourceProxy(proxy)))
                    .isEqualTo(SchemaManagement.MANAGED);
        });
    }

    private static DataSource migrated(AssertableApplicationContext context) {
        return context.getBean(MigrationDataSources.class).get("default");
    }

    private static void assertConnects(
            AssertableApplicationContext context, String url, String username, String password) {
        assertThat(migrated(context)).isInstanceOfSatisfying(SimpleDriverDataSource.class, dataSource -> {
            assertThat(dataSource.getUrl()).isEqualTo(url);
            assertThat(dataSource.getUsername()).isEqualTo(username);
            assertThat(dataSource.getPassword()).isEqualTo(password);
            assertThat(dataSource.getDriver()).isInstanceOf(org.postgresql.Driver.class);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Marked {

        @Bean(defaultCandidate = false)
        @MigrationDataSource
        DataSource owner() {
            return new SimpleDriverDataSource();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Two {

        @Bean
        DataSource first() {
            return new SimpleDriverDataSource();
        }

        @Bean
        DataSource second() {
            return new SimpleDriverDataSource();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoWithPrimary {

        @Bean
        @Primary
        DataSource first() {
            return new SimpleDriverDataSource();
        }

        @Bean
        DataSource second() {
            return new SimpleDriverDataSource();
        }
    }

    private static final class Details implements MigrationConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql://details/service";
        }

        @Override
        public String getUsername() {
            return "details";
        }

        @Override
        public String getPassword() {
            return "hush";
        }
    }
}
