/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Invariant;
import dev.retort.test.InvariantTestCase;
import dev.retort.test.Samples;
import dev.retort.test.SchemaStates;
import dev.retort.test.Since;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The invariants of a comparison on states of schemas as people make them, each with the one that follows it.
 *
 * <p>{@code -Dretort.schemas=<folder>} takes the states of another folder, for instance the dumps of an application's releases.
 * What begins with {@code unknown} is compared without dropping what the model does not know, all else drops that.
 */
class SchemaPairsTests extends InvariantTestCase {

    private static final String OWN = "src/test/resources/dev/retort/diff/pairs";

    static Stream<SchemaStates.Pair> pairs() {
        String folder = System.getProperty("retort.schemas");
        Stream<SchemaStates.Pair> all = SchemaStates.below(Path.of(folder == null ? OWN : folder)).stream()
                .flatMap(states -> states.pairs().stream());
        return folder == null ? Samples.every(12, 0, all) : all;
    }

    @Tag(Samples.TAG)
    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void upgradesToTheNextStateAndBack(SchemaStates.Pair pair) {
        Since.assume(
                Math.max(Since.of(pair.before().sql()), Since.of(pair.after().sql())));
        boolean keepsUnknown = pair.of().startsWith("unknown");
        invariant.prepare(pair.before().sql(), pair.after().sql());
        invariant.fill(pair.before().rows());

        Invariant.Outcome outcome = invariant.holdPair(Invariant.everything().withDropUnknown(!keepsUnknown));

        assertThat(outcome.violations()).as(invariant.comparedWith()).isEmpty();
    }
}
