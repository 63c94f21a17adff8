/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static dev.retort.boot.actuate.Users.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.retort.boot.actuate.RunningApplication.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;

class WebFluxWritesTests extends WritesOverHttp {

    WebFluxWritesTests() {
        super(WebApplicationType.REACTIVE, ReactiveMigrationsSecurity.class);
    }

    /** WebFlux does not show an operation its request: what runs is what is authorised and audited. */
    @Test
    void auditsTheOperationThatTheQueryChose() {
        Answer answer = application()
                .postText(
                        OPERATOR,
                        "/actuator/migrations/upgrade?revision=" + SECOND,
                        "application/json",
                        "{\"revision\": \"head\", \"dryRun\": \"true\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(onlyAuditEvent().getType()).isEqualTo("MIGRATION_UPGRADE");
        assertThat(onlyAuditEvent().getData()).contains(entry("revision", SECOND));
        assertStandsAt(THIRD);
    }
}
