/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static dev.retort.boot.actuate.Users.OPERATOR;
import static dev.retort.boot.actuate.Users.READER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.actuate.RunningApplication.Answer;
import dev.retort.test.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;

/** A database that goes away under a running application: the server's refusal names database and user. */
@Tag("slow")
class UnreachableOverHttpTests {

    @Test
    void showsReadersHealthAndAuditNothingOfTheDatabase() {
        TestDatabase database = TestDatabase.create();
        try (RunningApplication application = start(database)) {
            database.close();

            Answer read = application.get(READER, "/actuator/migrations");
            Answer health = application.get(READER, "/actuator/health/migrations");
            application.post(OPERATOR, "downgrade", Map.of("revision", "-1", "dryRun", "false"));
            Answer audit = application.get(READER, "/actuator/auditevents?type=MIGRATION_DOWNGRADE");

            assertThat(read.status()).as(read.text()).isEqualTo(500);
            assertThat(health.at("/status").asString()).isEqualTo("DOWN");
            assertThat(health.at("/details/error").asString()).contains("SQLSTATE 3D000");
            assertThat(audit.at("/events/0/data/outcome").asString()).isEqualTo("failed");
            for (Answer answer : new Answer[] {read, health, audit, application.get(READER, "/actuator/info")}) {
                assertThat(answer.text()).doesNotContain(database.name(), "localhost", "FATAL");
            }
        }
    }

    @Test
    void showsTheServersMessageToCallersWithTheRole() {
        TestDatabase database = TestDatabase.create();
        try (RunningApplication application = start(database)) {
            database.close();

            Answer answer = application.get(OPERATOR, "/actuator/migrations");

            assertThat(answer.at("/message").asString()).contains(database.name());
        }
    }

    private static RunningApplication start(TestDatabase database) {
        return RunningApplication.start(
                WebApplicationType.SERVLET,
                RunningApplication.sources(MigrationsSecurity.class, Users.class, AuditEvents.class),
                Map.of(
                        "retort.url",
                        database.url(),
                        "retort.username",
                        database.user(),
                        "spring.datasource.url",
                        database.url(),
                        "spring.datasource.username",
                        database.user(),
                        "retort.locations",
                        "classpath:actuate/migrations",
                        "management.endpoints.web.exposure.include",
                        "*",
                        "management.endpoint.health.show-details",
                        "always",
                        "management.endpoint.migrations.access",
                        "unrestricted"));
    }
}
