/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static dev.retort.boot.actuate.Users.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.retort.boot.actuate.RunningApplication.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;

class MvcWritesTests extends WritesOverHttp {

    MvcWritesTests() {
        super(WebApplicationType.SERVLET, MigrationsSecurity.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"revision=base", "dryRun=false", "database=default", "dryRun=true"})
    void refusesAQueryThatWouldOverrideThePathOrTheBody(String query) {
        Answer answer = application()
                .postText(
                        OPERATOR,
                        "/actuator/migrations/downgrade?" + query,
                        "application/json",
                        "{\"revision\": \"-1\", \"dryRun\": \"true\"}");

        assertRefused(answer, 400, "The query string holds");
        assertThat(onlyAuditEvent().getData()).contains(entry("status", 400), entry("outcome", "refused"));
    }
}
