/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.actuate.answer.ErrorDescriptor;
import dev.retort.boot.actuate.answer.ErrorStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;

class MigrationAuditTests {

    private static final char NEXT_LINE = (char) 0x85;
    private static final char LINE_SEPARATOR = (char) 0x2028;
    private static final char RIGHT_TO_LEFT = (char) 0x202e;

    private final List<Object> published = new ArrayList<>();
    private final MigrationAudit audit = new MigrationAudit(published::add);

    @Test
    void keepsControlCharactersOutOfValuesAndMessage() {
        Map<String, Object> data =
                recorded("-1\r\nroot logged in\33[2J" + RIGHT_TO_LEFT, "a\0b" + NEXT_LINE + "c" + LINE_SEPARATOR + "d");

        assertThat(data.get("revision")).isEqualTo("-1\\u000d\\u000aroot logged in\\u001b[2J\\u202e");
        assertThat(data.get("message")).isEqualTo("a\\u0000b\\u0085c\\u2028d");
    }

    @Test
    void keepsLettersOfAllLanguages() {
        assertThat(recorded("é 語 \uD83D\uDE00", "fine").get("revision")).isEqualTo("é 語 \uD83D\uDE00");
    }

    @Test
    void cutsValuesAndMessage() {
        Map<String, Object> data = recorded("r".repeat(201), "m".repeat(501));

        assertThat(data.get("revision")).isEqualTo("r".repeat(200) + "...");
        assertThat(data.get("message")).isEqualTo("m".repeat(500) + "...");
    }

    @Test
    void keepsWhatFits() {
        assertThat(recorded("r".repeat(200), "m".repeat(500)).get("message")).isEqualTo("m".repeat(500));
    }

    private Map<String, Object> recorded(String revision, String message) {
        audit.record(
                null,
                new WriteRequest("downgrade", revision, "false", null),
                Answers.refusal(ErrorDescriptor.of(ErrorStatus.CONFLICT, message, "Do this.")));
        AuditApplicationEvent event = (AuditApplicationEvent) published.get(0);
        return event.getAuditEvent().getData();
    }
}
