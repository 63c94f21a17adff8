/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import static dev.retort.graph.Graphs.graph;
import static dev.retort.graph.Graphs.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphLoadingTests {

    @Test
    void twoRevisionsWithOneIdAreRefusedNamingBoth() {
        GraphException refusal = refusal(() -> graph("a1", "b2 < a1", "b2"));

        assertThat(refusal.error()).isEqualTo(GraphError.DUPLICATE_REVISION);
        assertThat(refusal.revisions()).containsExactly("b2");
        assertThat(refusal)
                .hasMessage(
                        "Two revisions have the id 'b2'. They are number 2 (child of 'a1') and number 3 (a base) of 3 in"
                                + " load order. Delete one of them, or give it a new id.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "a-1", "a+1", "a:b", "head", "heads", "base", "current", ""})
    void anIdThatTargetsNeedForThemselvesIsRefused(String id) {
        Revision revision = new Revision(id, List.of(), List.of(), List.of());

        GraphException refusal = refusal(() -> RevisionGraph.of(List.of(revision)));

        assertThat(refusal.error()).isEqualTo(GraphError.INVALID_ID);
        assertThat(refusal.revisions()).containsExactly(id);
    }

    @Test
    void allMissingReferencesAreReportedTogetherWithTheNearestIds() {
        GraphException refusal = refusal(() -> graph("8e1f0c5a9b22", "b < 8e1f0c5a9b23", "c < b ! nowhere"));

        assertThat(refusal.error()).isEqualTo(GraphError.MISSING_REFERENCE);
        assertThat(refusal.revisions()).containsExactly("b", "c");
        assertThat(refusal.what())
                .isEqualTo(
                        "Revision 'b' has down_revision '8e1f0c5a9b23', which does not exist (nearest: '8e1f0c5a9b22')."
                                + " Revision 'c' has depends_on 'nowhere', which does not exist.");
    }

    @Test
    void anAbbreviatedParentIsMissing() {
        assertThat(refusal(() -> graph("8e1f0c5a9b22", "b < 8e1f")).error()).isEqualTo(GraphError.MISSING_REFERENCE);
    }

    @Test
    void aLabelIsNoParent() {
        assertThat(refusal(() -> graph("a # shop", "b < shop")).error()).isEqualTo(GraphError.MISSING_REFERENCE);
    }

    @Test
    void aDependencyMayBeALabel() {
        assertThat(graph("a # shop", "b ! shop").needs("b")).containsExactly("a");
    }

    @Test
    void aLabelThatIsTakenIsRefusedNamingBothRevisions() {
        GraphException refusal = refusal(() -> graph("a # shop", "b < a # shop"));

        assertThat(refusal.error()).isEqualTo(GraphError.DUPLICATE_LABEL);
        assertThat(refusal.revisions()).containsExactly("a", "b");
    }

    @Test
    void aLabelThatIsAnIdIsRefused() {
        assertThat(refusal(() -> graph("a # b", "b")).error()).isEqualTo(GraphError.DUPLICATE_LABEL);
    }

    @Test
    void aLabelWrittenTwiceOnOneRevisionIsOneLabel() {
        assertThat(graph("a # shop shop").resolveOne("sho"))
                .isEqualTo(graph("a # shop shop").get("a"));
    }

    @Test
    void aCycleIsShownAsTheWayRound() {
        GraphException refusal = refusal(() -> graph("a", "b < a d", "c < b", "d < c", "e < d"));

        assertThat(refusal.error()).isEqualTo(GraphError.CYCLE);
        assertThat(refusal.revisions()).containsExactly("b", "d", "c");
        assertThat(refusal.what()).isEqualTo("The revisions form a cycle: b -> d -> c -> b.");
    }

    @Test
    void aCycleThroughADependencyIsADependencyCycle() {
        GraphException refusal = refusal(() -> graph("a ! c", "b < a", "c < b"));

        assertThat(refusal.error()).isEqualTo(GraphError.DEPENDENCY_CYCLE);
        assertThat(refusal.revisions()).containsExactly("a", "c", "b");
    }

    @Test
    void aRevisionIsNotItsOwnParent() {
        assertThat(refusal(() -> graph("a < a")).error()).isEqualTo(GraphError.SELF_LOOP);
    }

    @Test
    void aRevisionDoesNotDependOnItsOwnLabel() {
        assertThat(refusal(() -> graph("a # shop ! shop")).error()).isEqualTo(GraphError.DEPENDENCY_SELF_LOOP);
    }

    @Test
    void aParentNamedTwiceIsOneParent() {
        assertThat(graph("a", "b < a a ! a").needs("b")).containsExactly("a");
    }

    @Test
    void loadOrderDecidesHowEqualsAreListed() {
        RevisionGraph graph = graph("z", "c < z", "a < z", "b < c a");

        assertThat(graph.children("z")).containsExactly("c", "a");
        assertThat(graph.inOrder()).extracting(Revision::id).containsExactly("z", "c", "a", "b");
        assertThat(graph.branchPoints()).containsExactly("z");
        assertThat(graph.mergePoints()).containsExactly("b");
    }
}
