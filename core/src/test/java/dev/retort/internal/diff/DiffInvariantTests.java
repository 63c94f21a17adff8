/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Invariant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** The law on random pairs of schemas. */
class DiffInvariantTests {

    private static final Invariant INVARIANT = new Invariant();

    @AfterContainer
    static void close() {
        INVARIANT.close();
    }

    /** The same pairs in each build, which is to tell of changes to the code; another seed tells of more pairs. */
    @Property(tries = 40, shrinking = ShrinkingMode.OFF, seed = "20261124")
    void anySchemaBecomesAnyOtherAndComesBack(
            @ForAll @IntRange(max = 1_000_000) int before, @ForAll @IntRange(max = 1_000_000) int after) {
        String old = RandomSchema.of(before);
        String wanted = RandomSchema.of(after);
        INVARIANT.prepare(old, wanted);
        assertThat(INVARIANT.hold(Invariant.everything()).violations())
                .as(old + "\nto\n" + wanted)
                .isEmpty();
    }
}
