/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import static dev.retort.graph.Graphs.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No walk recurses: a chain longer than any call stack is read, planned and listed. */
class LongChainTests {

    private static final int LENGTH = 100_000;

    private final List<Revision> chain = chain();

    private static List<Revision> chain() {
        List<Revision> chain = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            List<String> parent = i == 0 ? List.of() : List.of("r" + (i - 1));
            chain.add(new Revision("r" + i, parent, i == LENGTH / 2 ? List.of("label") : List.of(), List.of()));
        }
        return chain;
    }

    @Test
    void isPlannedUpAndDown() {
        RevisionGraph graph = RevisionGraph.of(chain);

        Plan up = graph.upgrade(Set.of(), Target.parse("head"));
        Plan down = graph.downgrade(up.rowsAfter(), Target.parse("base"));

        assertThat(up.steps()).hasSize(LENGTH);
        assertThat(down.steps()).hasSize(LENGTH);
        assertThat(down.rowsAfter()).isEmpty();
    }

    @Test
    void isListedAndWalked() {
        RevisionGraph graph = RevisionGraph.of(chain);

        assertThat(graph.history(Set.of(), Target.parse(":"))).hasSize(LENGTH);
        assertThat(graph.labels()).hasSize(LENGTH);
        assertThat(graph.upgrade(Set.of(), Target.parse("+" + LENGTH)).rowsAfter())
                .containsExactly("r" + (LENGTH - 1));
    }

    @Test
    void isFoundToBeACycle() {
        chain.set(0, new Revision("r0", List.of("r" + (LENGTH - 1)), List.of(), List.of()));

        assertThat(refusal(() -> RevisionGraph.of(chain)).revisions()).hasSize(LENGTH);
    }
}
