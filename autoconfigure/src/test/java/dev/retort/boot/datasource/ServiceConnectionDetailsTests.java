/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.boot.MigrationConnectionDetails;
import dev.retort.boot.autoconfigure.RetortAutoConfiguration;
import dev.retort.test.TestDatabase;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Connections of containers and compose files, as Spring Boot's own factories find them. */
@ExtendWith(OutputCaptureExtension.class)
class ServiceConnectionDetailsTests {

    private static final String NOWHERE = "jdbc:postgresql://localhost:1/nowhere";

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    /** Adapts a connection as Spring Boot does it with the details of a service of a compose file. */
    private static MigrationConnectionDetails adapted(String url, String user) {
        JdbcConnectionDetails jdbc = new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return user;
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
        Map<Class<?>, ConnectionDetails> found = new ConnectionDetailsFactories(null).getConnectionDetails(jdbc, true);
        return (MigrationConnectionDetails) Objects.requireNonNull(found.get(MigrationConnectionDetails.class));
    }

    private ApplicationContextRunner application(MigrationConnectionDetails details) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class))
                .withBean(MigrationConnectionDetails.class, () -> details);
    }

    @Test
    void takeThePlaceOfTheUrlAndItsUser(CapturedOutput output) {
        application(adapted(database.url(), database.user()))
                .withPropertyValues(
                        "spring.datasource.url=" + NOWHERE, "retort.url=" + NOWHERE, "retort.username=nobody")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(Retort.class).status().upToDate())
                            .isTrue();
                });
        assertThat(output.getAll().lines().filter(line -> line.contains("service connection")))
                .singleElement()
                .asString()
                .contains(" INFO ")
                .contains("Migrations use the service connection jdbc:postgresql://", "instead of retort.url.");
    }

    @Test
    void leaveTheDataSourceOfTheApplicationWithoutAUrl(CapturedOutput output) {
        application(adapted(NOWHERE, "nobody"))
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(), "spring.datasource.username=" + database.user())
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(Retort.class).status().upToDate())
                            .isTrue();
                });
        assertThat(output).doesNotContain("service connection");
    }
}
