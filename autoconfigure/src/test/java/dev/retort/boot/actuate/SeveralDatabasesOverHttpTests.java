/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static dev.retort.boot.actuate.Users.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.actuate.RunningApplication.Answer;
import dev.retort.test.TestDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.WebApplicationType;

@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
class SeveralDatabasesOverHttpTests {

    private static final String DATABASES = "/contexts/application/databases";

    private final TestDatabase customers = TestDatabase.create();
    private final TestDatabase billing = TestDatabase.create();
    private RunningApplication application;

    @SuppressWarnings("NullAway.Init")
    SeveralDatabasesOverHttpTests() {}

    @BeforeAll
    void start() {
        Map<String, String> properties = new LinkedHashMap<>();
        database(properties, "customers", customers, "classpath:actuate/migrations");
        database(properties, "billing", billing, "classpath:actuate/billing");
        properties.put("spring.datasource.url", customers.url());
        properties.put("spring.datasource.username", customers.user());
        properties.put("management.endpoints.web.exposure.include", "*");
        properties.put("management.endpoint.health.show-details", "always");
        properties.put("management.endpoint.migrations.access", "unrestricted");
        application = RunningApplication.start(
                WebApplicationType.SERVLET,
                RunningApplication.sources(MigrationsSecurity.class, Users.class),
                properties);
    }

    private static void database(Map<String, String> properties, String name, TestDatabase database, String location) {
        properties.put("retort.databases." + name + ".url", database.url());
        properties.put("retort.databases." + name + ".username", database.user());
        properties.put("retort.databases." + name + ".locations", location);
    }

    @AfterAll
    void stop() {
        application.close();
        customers.close();
        billing.close();
    }

    @BeforeEach
    void goToHead() {
        application.post(OPERATOR, "upgrade", Map.of("revision", "head", "dryRun", "false", "database", "billing"));
    }

    @Test
    void showsEachUnderItsName() {
        Answer answer = application.get(OPERATOR, "/actuator/migrations");

        assertThat(answer.texts(DATABASES + "/customers/current")).containsExactly("cccc00000003");
        assertThat(answer.texts(DATABASES + "/billing/current")).containsExactly("dddd00000001");
    }

    @Test
    void showsTheOneThatIsAskedFor() {
        Answer answer = application.get(OPERATOR, "/actuator/migrations?database=billing");

        assertThat(answer.at(DATABASES).propertyNames()).containsExactly("billing");
    }

    @Test
    void needsToKnowWhichOneIsMeant() {
        Answer read = application.get(OPERATOR, "/actuator/migrations/head");
        Answer write = application.post(OPERATOR, "downgrade", Map.of("revision", "-1", "dryRun", "false"));

        assertThat(read.status()).isEqualTo(400);
        assertThat(read.at("/message").asString()).contains("billing").contains("customers");
        assertThat(write.status()).isEqualTo(400);
        assertThat(write.at("/message").asString()).contains("No database is selected");
    }

    @Test
    void changesTheOneThatIsMeant() {
        Answer answer = application.post(
                OPERATOR, "downgrade", Map.of("revision", "base", "dryRun", "false", "database", "billing"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/database").asString()).isEqualTo("billing");
        assertThat(billing.query("SELECT version_num FROM alembic_version")).isEmpty();
        assertThat(customers.query("SELECT version_num FROM alembic_version")).containsExactly("cccc00000003");
    }

    @Test
    void findsARevisionOfTheOneThatIsMeant() {
        Answer answer = application.get(OPERATOR, "/actuator/migrations/head?database=billing");

        assertThat(answer.at("/revision").asString()).isEqualTo("dddd00000001");
    }

    @Test
    void hasTheHealthOfEach() {
        Answer answer = application.get(OPERATOR, "/actuator/health/migrations");

        assertThat(answer.at("/components/billing/status").asString()).isEqualTo("UP");
        assertThat(answer.texts("/components/customers/details/current")).containsExactly("cccc00000003");
    }
}
