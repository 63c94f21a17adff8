/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.retort.boot.actuate.RunningApplication.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;

/** Everything is permitted in all ways of Spring Boot: only the endpoint itself protects. */
abstract class UnguardedOverHttp extends MigrationsOverHttp {

    /** What would guard the application because Spring Security is on the class path. */
    static final String SECURITY = String.join(
            ",",
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.reactive"
                    + ".ReactiveManagementWebSecurityAutoConfiguration");

    UnguardedOverHttp(WebApplicationType type, Class<?>... security) {
        super(type, security);
        property("management.endpoints.access.default", "unrestricted");
    }

    @Test
    void showsTheStateOfTheDatabase() {
        assertThat(application().get(null, "/actuator/migrations").status()).isEqualTo(200);
    }

    @Test
    void showsNoSql() {
        Answer answer = application().get(null, "/actuator/migrations/" + SECOND);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/sql").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stamp", "downgrade", "upgrade", "drop", "", "stamp/now"})
    void changesNothingWithoutAuthentication(String operation) {
        Answer answer = application().post(null, operation, body("revision", FIRST, "dryRun", "false"));

        assertRefused(answer, 401, "requires an authenticated principal");
        assertThat(onlyAuditEvent().getPrincipal()).startsWith("anonymous");
        assertThat(onlyAuditEvent().getData()).contains(entry("status", 401), entry("outcome", "refused"));
    }

    @Test
    void changesNothingForAQueryString() {
        Answer answer = application()
                .postText(
                        null,
                        "/actuator/migrations/downgrade?revision=base&dryRun=false",
                        "application/json",
                        "{\"dryRun\": \"true\", \"dryRun\": \"false\"}");

        assertRefused(answer, 401, "authenticated principal");
        assertThat(onlyAuditEvent().getData()).contains(entry("status", 401), entry("outcome", "refused"));
    }

    @Test
    void leavesTheApplicationsOwnControllersAsTheyAre() {
        Answer answer = application()
                .postText(
                        null,
                        "/orders/lines?item=1",
                        "application/json",
                        "{\"item\": \"1\", \"item\": \"2\", \"note\": \"" + "x".repeat(JsonBody.MAX_BYTES) + "\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/item").asString()).isEqualTo("2");
    }

    @Test
    void hidesWhatIsWrongWithARequestFromUnauthorizedCallers() {
        assertRefused(application().post(null, "downgrade", body("revison", "-1")), 401, "authenticated principal");
        assertRefused(
                application().postText(null, "/actuator/migrations/stamp?operation=upgrade", "application/json", "{}"),
                401,
                "authenticated principal");
    }
}
