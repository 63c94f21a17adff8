/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.retort.cli.output.JsonAnswer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonAnswerTests {

    @Test
    void writesOneValueToALine() {
        Map<String, @Nullable Object> inner = new LinkedHashMap<>();
        inner.put("none", null);
        inner.put("empty", List.of());
        inner.put("nothing", Map.of());
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("revision", "3f9c");
        answer.put("durationMs", 12L);
        answer.put("head", true);
        answer.put("parents", List.of("a", "b"));
        answer.put("steps", List.of(inner));

        assertThat(JsonAnswer.text(answer).lines())
                .containsExactly(
                        "{",
                        "  \"revision\" : \"3f9c\",",
                        "  \"durationMs\" : 12,",
                        "  \"head\" : true,",
                        "  \"parents\" : [ \"a\", \"b\" ],",
                        "  \"steps\" : [ {",
                        "    \"none\" : null,",
                        "    \"empty\" : [ ],",
                        "    \"nothing\" : { }",
                        "  } ]",
                        "}");
    }

    @Test
    void escapesWhatJsonEscapesAndNothingElse() {
        assertThat(JsonAnswer.text(List.of("\"\\/\n\t\33é語</script>")))
                .isEqualTo("[ \"\\\"\\\\/\\n\\t\\" + "u001Bé語</script>\" ]");
    }

    @Test
    void takesNoOtherValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonAnswer.text(List.of(Duration.ZERO)))
                .withMessageContaining("java.time.Duration");
    }
}
