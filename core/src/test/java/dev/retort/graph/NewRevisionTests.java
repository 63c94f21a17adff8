/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import static dev.retort.graph.Graphs.graph;
import static dev.retort.graph.Graphs.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NewRevisionTests {

    private final RevisionGraph graph = graph("aaaa11", "bbbb22 < aaaa11", "cccc33 < aaaa11 # shop");

    @Test
    void aMergeHasAllHeadsAsParents() {
        assertThat(graph.newRevision(List.of("heads"), false, List.of()).downRevisions())
                .containsExactly("bbbb22", "cccc33");
    }

    @Test
    void aBaseHasNoParents() {
        assertThat(graph.newRevision(List.of("base"), false, List.of()).downRevisions())
                .isEmpty();
    }

    @Test
    void aForkMustBeMeant() {
        GraphException refusal = refusal(() -> graph.newRevision(List.of("aaaa"), false, List.of()));

        assertThat(refusal.error()).isEqualTo(GraphError.NOT_HEAD);
        assertThat(refusal.why()).startsWith("It is already the parent of 'bbbb22', 'cccc33'");
        assertThat(graph.newRevision(List.of("aaaa"), true, List.of()).downRevisions())
                .containsExactly("aaaa11");
    }

    @Test
    void aParentIsNamedOnce() {
        assertThat(refusal(() -> graph.newRevision(List.of("bbbb22", "bbbb"), false, List.of()))
                        .error())
                .isEqualTo(GraphError.DUPLICATE_HEAD);
    }

    @Test
    void aDependencyOnALabelFollowsTheLabel() {
        assertThat(graph.newRevision(List.of("bbbb"), false, List.of("shop", "aaaa"))
                        .dependsOn())
                .containsExactly("shop", "aaaa11");
    }

    @Test
    void nothingDependsOnBase() {
        assertThat(refusal(() -> graph.newRevision(List.of("bbbb"), false, List.of("base")))
                        .error())
                .isEqualTo(GraphError.NOT_FOUND);
    }
}
