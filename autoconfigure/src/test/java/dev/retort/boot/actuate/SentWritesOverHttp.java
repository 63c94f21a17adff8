/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static dev.retort.boot.actuate.Users.OPERATOR;
import static dev.retort.boot.actuate.Users.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.retort.boot.actuate.RunningApplication.Answer;
import java.security.Principal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.InvocationContext;
import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.WebOperation;

/**
 * The accepted forms of a write: its values come from one JSON body, for all web stacks, ports and spellings of the
 * path.
 */
abstract class SentWritesOverHttp extends MigrationsOverHttp {

    private static final String DRY_RUN = "{\"revision\": \"-1\", \"dryRun\": \"true\"}";

    SentWritesOverHttp(WebApplicationType type, Class<?> security) {
        super(type, security, Users.class);
        property("management.endpoint.migrations.access", "unrestricted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/migrations/downgrade",
                "/actuator/%6Digrations/downgrade",
                "/actuator/migrations/%64owngrade"
            })
    void runsTheValuesOfTheBody(String path) {
        Answer answer = post(path, "{\"revision\": \"-1\", \"dryRun\": \"false\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertIsAt(SECOND);
        assertThat(onlyAuditEvent().getType()).isEqualTo("MIGRATION_DOWNGRADE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revision=base",
                "dryRun=false",
                "revision=bbbb00000002&dryRun=false",
                "database=default",
                "operation=stamp",
                "operation=downgrade",
                "revision=-1&revision=-2",
                "revision",
                "_csrf=token",
                "other"
            })
    void refusesAnyQueryString(String query) {
        for (String path : new String[] {"/actuator/migrations/downgrade", "/actuator/%6Digrations/downgrade"}) {
            audit().clear();
            Answer answer = post(path + "?" + query, DRY_RUN);

            assertRefused(answer, 400, "The request has a query string");
            assertThat(onlyAuditEvent().getPrincipal()).isEqualTo(OPERATOR);
            assertThat(onlyAuditEvent().getData()).contains(entry("status", 400), entry("outcome", "refused"));
        }
    }

    @Test
    void letsNoQueryStringMakeARunOfADryRun() {
        Answer answer = post("/actuator/migrations/downgrade?revision=base&dryRun=false", "{}");

        assertRefused(answer, 400, "The request has a query string");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"revision\": \"-1\", \"dryRun\": \"true\", \"dryRun\": \"false\"}",
                "{\"revision\": \"-1\", \"dryRun\": \"false\", \"dryRun\": \"true\"}",
                "{\"revision\": \"-1\", \"dryRun\": \"false\", \"dryRun\": \"false\"}",
                "{\"revision\": \"-1\", \"dryRun\": \"true\", \"dry\\u0052un\": \"false\"}",
                "{\"dryRun\": \"false\", \"revision\": \"-1\", \"revision\": \"-2\"}",
                "{\"revision\": \"-1\", \"dryRun\": \"false\", \"other\": null, \"other\": null}"
            })
    void refusesAKeyThatIsSentTwice(String body) {
        Answer answer = post("/actuator/migrations/downgrade", body);

        assertRefused(answer, 400, "more than once");
        assertThat(onlyAuditEvent().getType()).isEqualTo("MIGRATION_DOWNGRADE");
        assertThat(onlyAuditEvent().getData())
                .contains(entry("status", 400), entry("outcome", "refused"), entry("revision", "-1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'revision': '-1', 'dryRun': 'true'} {'dryRun': 'false'} | There is text after the object",
                "{'revision': '-1', 'dryRun': 'false'                     | It is not JSON",
                "{'revision': '-1', 'dryRun': {'really': 'false'}}        | A value is an object or an array",
                "['-1', 'false']                                          | It is not a JSON object",
                "downgrade                                                | It is not JSON"
            })
    void refusesABodyThatIsNotOneObjectOfValues(String body, String why) {
        Answer answer = post("/actuator/migrations/downgrade", body.replace('\'', '"'));

        assertRefused(answer, 400, why);
        assertThat(onlyAuditEvent().getData()).contains(entry("status", 400), entry("outcome", "refused"));
    }

    @Test
    void refusesALongBody() {
        String padded = "{\"revision\": \"-1\", \"dryRun\": \"false\"" + " ".repeat(JsonBody.MAX_BYTES) + "}";

        assertRefused(post("/actuator/migrations/downgrade", padded), 400, "It is longer than 65536 bytes");
        assertThat(onlyAuditEvent().getData()).contains(entry("status", 400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    void refusesAnEmptyBody(String body) {
        assertRefused(post("/actuator/migrations/downgrade", body), 400, "'revision' is missing");
    }

    @Test
    void readsALongValueAndLettersOfAllLanguages() {
        Answer answer = post(
                "/actuator/migrations/downgrade",
                "{\"revision\": \"é語" + "x".repeat(9_000) + "\", \"dryRun\": \"false\"}");

        assertRefused(answer, 404, "é語xxx");
    }

    @Test
    void refusesABodyThatNamesAnotherOperation() {
        Answer answer = application()
                .post(OPERATOR, "upgrade", body("operation", "stamp", "revision", FIRST, "dryRun", "false"));

        assertRefused(answer, 400, "another operation than the path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?revision=base&dryRun=false&principal=operator&caller=operator&roles=MIGRATIONS_ADMIN", ""})
    void showsAReaderOnlyThatTheRoleIsMissing(String query) {
        Answer answer = application()
                .postText(
                        READER,
                        "/actuator/migrations/upgrade" + query,
                        "application/json",
                        "{\"dryRun\": \"true\", \"dryRun\": \"false\"}");

        assertRefused(answer, 403, "a role that the principal does not have");
        assertThat(onlyAuditEvent().getPrincipal()).isEqualTo(READER);
    }

    /** A path without an inspection, such as that of another web stack: the operation has only the values. */
    @Test
    void refusesARequestThatWasNotInspected() {
        WebOperation write = application().context().getBean(WebEndpointsSupplier.class).getEndpoints().stream()
                .filter(endpoint -> endpoint.getEndpointId().equals(EndpointId.of("migrations")))
                .flatMap(endpoint -> endpoint.getOperations().stream())
                .filter(operation -> operation.getType() == OperationType.WRITE)
                .findFirst()
                .orElseThrow();
        Map<String, Object> arguments =
                Map.of("operation", new String[] {"downgrade"}, "revision", "-1", "dryRun", "false");

        Object answer = write.invoke(new InvocationContext(new Operator(), arguments));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        WebEndpointResponse.class,
                        response -> assertThat(response.getStatus()).isEqualTo(400));
        assertIsAt(THIRD);
        assertThat(onlyAuditEvent().getData()).contains(entry("status", 400), entry("outcome", "refused"));
    }

    private record Operator() implements SecurityContext {

        @Override
        public Principal getPrincipal() {
            return () -> OPERATOR;
        }

        @Override
        public boolean isUserInRole(String role) {
            return true;
        }
    }

    private Answer post(String path, String body) {
        return application().postText(OPERATOR, path, "application/json", body);
    }
}
