/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import static dev.retort.graph.Graphs.graph;
import static dev.retort.graph.Graphs.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTests {

    private final RevisionGraph graph = graph("a1", "b2 < a1", "c3 < b2", "x1 < a1 # shop", "x2 < x1");

    @ParameterizedTest
    @CsvSource({
        ":, x2 x1 c3 b2 a1",
        "b2:, c3 b2",
        ":b2, b2 a1",
        "a1:b2+1, c3 b2 a1",
        "b2:+5, c3 b2",
        "shop@base:, x2 x1 a1",
        "x2@base:, x2 x1 a1",
        "c3-1:c3, c3 b2",
        "shop@-1:, x2 x1",
        "-3:, x2 x1 c3 b2 a1"
    })
    void listsTheNewestFirst(String range, String revisions) {
        assertThat(graph.history(List.of(), Target.parse(range)))
                .extracting(Revision::id)
                .containsExactly(revisions.split(" "));
    }

    @Test
    void currentMeansTheRows() {
        assertThat(graph.history(Set.of("b2"), Target.parse("current:")))
                .extracting(Revision::id)
                .containsExactly("c3", "b2");
        assertThat(graph.history(Set.of("b2"), Target.parse(":current")))
                .extracting(Revision::id)
                .containsExactly("b2", "a1");
    }

    @Test
    void rowsDoNotMatterWithoutCurrent() {
        assertThat(graph.history(Set.of("unknown"), Target.parse(":a1"))).hasSize(1);
    }

    @Test
    void endsOnDifferentLinesAreRefused() {
        GraphException refusal = refusal(() -> graph.history(List.of(), Target.parse("b2:x2")));

        assertThat(refusal.error()).isEqualTo(GraphError.RANGE);
        assertThat(refusal.why()).isEqualTo("The upper end does not descend from 'b2'.");
    }

    @Test
    void aBranchWithoutItsOwnLabelIsRefused() {
        assertThat(refusal(() -> graph.history(List.of(), Target.parse("c3@base:")))
                        .error())
                .isEqualTo(GraphError.NOT_FOUND);
    }

    @Test
    void aRangeHasOneColon() {
        assertThat(refusal(() -> graph.history(List.of(), Target.parse("a1"))).error())
                .isEqualTo(GraphError.RANGE_SYNTAX);
        assertThat(refusal(() -> graph.history(List.of(), Target.parse("a:b:c")))
                        .error())
                .isEqualTo(GraphError.RANGE_SYNTAX);
    }

    @Test
    void labelsSpreadToDescendantsAndDownToTheBranchPoint() {
        RevisionGraph labelled = graph("a", "b < a", "x1 < a", "x2 < x1 # shop", "x3 < x2 # sale", "y < x3 b");

        assertThat(labelled.labels())
                .containsOnlyKeys("x1", "x2", "x3", "y")
                .containsEntry("x1", Set.of("shop", "sale"))
                .containsEntry("x2", Set.of("shop", "sale"))
                .containsEntry("y", Set.of("shop", "sale"));
    }
}
