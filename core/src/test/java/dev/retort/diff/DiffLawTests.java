/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Law;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** The law on random pairs of schemas. */
class DiffLawTests {

    private static final Law LAW = new Law();

    @AfterContainer
    static void close() {
        LAW.close();
    }

    /** The same pairs in each build, which is to tell of changes to the code; another seed tells of more pairs. */
    @Property(tries = 40, shrinking = ShrinkingMode.OFF, seed = "20261124")
    void anySchemaBecomesAnyOtherAndComesBack(
            @ForAll @IntRange(max = 1_000_000) int before, @ForAll @IntRange(max = 1_000_000) int after) {
        String old = RandomSchema.of(before);
        String wanted = RandomSchema.of(after);
        LAW.prepare(old, wanted);
        assertThat(LAW.hold(Law.everything()).breaches())
                .as(old + "\nto\n" + wanted)
                .isEmpty();
    }
}
