/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Invariant;
import dev.retort.test.InvariantTestCase;
import dev.retort.test.Samples;
import dev.retort.test.Since;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded differences of which other tools get many wrong. */
@Tag(Samples.TAG)
class AutogenerateCasesTests extends InvariantTestCase {

    /** What PostgreSQL has no statement for, or is of a kind that is not compared: what must be said instead. */
    private static final Map<String, String> SAID = Map.of("T17", "its partition key");

    /** Publications belong to the database, not to a schema: the reader ignores them. */
    private static final List<String> UNSEEN = List.of("O18");

    /** A recorded difference; {@code since} is the first version that knows what is in it. */
    record Case(String id, String title, int since, String before, String after) {
        @Override
        public String toString() {
            return id + ": " + title;
        }
    }

    /** {@return all recorded cases} */
    static Stream<Case> all() throws IOException {
        try (InputStream json = AutogenerateCasesTests.class.getResourceAsStream("autogenerate-cases.json")) {
            JsonNode root = JsonMapper.shared().readTree(Objects.requireNonNull(json));
            return root.get("cases").valueStream().map(AutogenerateCasesTests::read).toList().stream();
        }
    }

    static Stream<Case> cases() throws IOException {
        return Samples.every(8, 0, all());
    }

    private static Case read(JsonNode node) {
        return new Case(
                node.get("id").asString(),
                node.get("title").asString(),
                node.path("since").asInt(0),
                node.get("before").asString(),
                node.get("after").asString());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsTheInvariant(Case recorded) {
        Since.assume(recorded.since());
        invariant.prepare(recorded.before(), recorded.after());
        Invariant.Outcome outcome = invariant.hold(Invariant.everything());
        if (recorded.id().equals("C02")) {
            assertThat(outcome.violations()).singleElement().asString().contains("contains null values");
            assertThat(outcome.difference().upgrade().get(0).notes())
                    .anyMatch(note -> note.startsWith("Fails if a has rows"));
            return;
        }
        String said = SAID.get(recorded.id());
        if (said != null) {
            assertThat(outcome.difference().unsettled()).anyMatch(sentence -> sentence.contains(said));
        } else if (!UNSEEN.contains(recorded.id())) {
            assertThat(outcome.difference().unsettled()).isEmpty();
            assertThat(outcome.violations()).as(invariant.comparedWith()).isEmpty();
        }
        if (recorded.before().equals(recorded.after())) {
            assertThat(outcome.difference().upgrade()).isEmpty();
        }
    }
}
