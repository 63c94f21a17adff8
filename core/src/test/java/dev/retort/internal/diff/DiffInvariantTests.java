/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Invariant;
import dev.retort.test.Samples;
import dev.retort.test.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The invariant on random pairs of schemas. */
class DiffInvariantTests {

    private static final Invariant INVARIANT = new Invariant();

    @AfterAll
    static void close() {
        INVARIANT.close();
    }

    /** The same pairs in each build, which is to tell of changes to the code; another seed tells of more pairs. */
    @Tag(Samples.TAG)
    @Test
    void anySchemaBecomesAnyOtherAndComesBack() {
        Seeds.from(20261124, Samples.tries(8, 400), random -> {
            String old = RandomSchema.of(random.nextInt(1_000_000));
            String wanted = RandomSchema.of(random.nextInt(1_000_000));
            INVARIANT.prepare(old, wanted);
            assertThat(INVARIANT.hold(Invariant.everything()).violations())
                    .as(old + "\nto\n" + wanted)
                    .isEmpty();
        });
    }
}
