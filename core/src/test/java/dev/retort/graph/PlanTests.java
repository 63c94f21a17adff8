/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import static dev.retort.graph.Graphs.graph;
import static dev.retort.graph.Graphs.refusal;
import static dev.retort.graph.Graphs.revisions;
import static dev.retort.graph.PlanAssert.assertThatPlan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTests {

    private static final String[] MERGED = {"a", "b < a # left", "c < a # right", "d < b c", "e < d"};

    private final RevisionGraph graph = graph(MERGED);
    private final NaiveGraph naive = new NaiveGraph(revisions(MERGED));

    @Test
    void upgradeGoesThroughAMerge() {
        assertThatPlan(graph.upgrade(Set.of("b"), Target.parse("head")), naive)
                .keepsTheRules()
                .hasSteps("c", "d", "e")
                .endsAt("e");
    }

    @Test
    void downgradeOpensAMergeAgain() {
        Plan plan = graph.downgrade(Set.of("e"), Target.parse("b"));

        assertThatPlan(plan, naive).keepsTheRules().hasSteps("e", "d").endsAt("b", "c");
    }

    @Test
    void countingDownThroughAMergeIsRefused() {
        assertThat(refusal(() -> graph.downgrade(Set.of("e"), Target.parse("-2")))
                        .why())
                .isEqualTo("From 'd' it can lead to 'b', 'c'.");
    }

    @Test
    void downgradesOneBranchOnly() {
        assertThatPlan(graph.downgrade(Set.of("d"), Target.parse("left@a")), naive)
                .keepsTheRules()
                .hasSteps("d", "b")
                .endsAt("c");
    }

    @Test
    void upgradeNeverUndoes() {
        assertThat(graph.upgrade(Set.of("d"), Target.parse("a")).steps()).isEmpty();
        assertThat(graph.upgrade(Set.of("d"), Target.parse("base")).steps()).isEmpty();
    }

    @Test
    void countingDownFromSeveralRowsIsRefusedNamingThem() {
        GraphException refusal = refusal(() -> graph.downgrade(Set.of("b", "c"), Target.parse("-1")));

        assertThat(refusal.error()).isEqualTo(GraphError.AMBIGUOUS_WALK);
        assertThat(refusal)
                .hasMessage("'-1' can count from several revisions. The database is at 'b', 'c'. Choose one with"
                        + " '<revision>@-1', or name the target revision.");
    }

    @Test
    void countingDownFurtherThanAnyRowGoesIsRefusedAsTooFar() {
        assertThat(refusal(() -> graph.downgrade(Set.of("b", "c"), Target.parse("-3")))
                        .error())
                .isEqualTo(GraphError.RELATIVE_RANGE);
    }

    @Test
    void countingOffTheEndSaysHowFarOneCouldGo() {
        assertThat(refusal(() -> graph.upgrade(Set.of("d"), Target.parse("+3"))))
                .hasMessage("'+3' goes beyond the revision graph. Only 1 of 3 steps are possible, to 'e'. Use fewer"
                        + " steps, or name the revision.");
    }

    @Test
    void aForkAheadIsRefusedNamingTheWays() {
        GraphException refusal = refusal(() -> graph.upgrade(Set.of("a"), Target.parse("+1")));

        assertThat(refusal.error()).isEqualTo(GraphError.AMBIGUOUS_WALK);
        assertThat(refusal.why()).isEqualTo("From 'a' it can lead to 'b', 'c'.");
    }

    @Test
    void anUnknownRowIsRefusedWithWaysOut() {
        GraphException refusal = refusal(() -> graph.upgrade(Set.of("feedfacecafe"), Target.parse("head")));

        assertThat(refusal.error()).isEqualTo(GraphError.NOT_FOUND);
        assertThat(refusal.revisions()).containsExactly("feedfacecafe");
        assertThat(refusal.what()).isEqualTo("The database is at 'feedfacecafe', which this build does not know.");
        assertThat(refusal.action()).isEqualTo("Use the build that has them, or restore their files.");
    }

    @Test
    void aRowIsNeverAnAbbreviationOrALabel() {
        assertThat(refusal(() -> graph.appliedBy(Set.of("left"))).error()).isEqualTo(GraphError.NOT_FOUND);
    }

    @Test
    void rowsWithAnAncestorAmongThemAreRefused() {
        assertThat(refusal(() -> graph.upgrade(Set.of("a", "d"), Target.parse("head")))
                        .what())
                .isEqualTo("The version rows 'd' and 'a' overlap.");
        assertThat(refusal(() -> graph.downgrade(Set.of("a", "d"), Target.parse("base")))
                        .error())
                .isEqualTo(GraphError.OVERLAP);
    }

    @Test
    void aMistypedBranchNeverReversesAnything() {
        assertThat(refusal(() -> graph.downgrade(Set.of("d"), Target.parse("lefd@base")))
                        .error())
                .isEqualTo(GraphError.NOT_FOUND);
    }

    @Test
    void aRangeIsForScripts() {
        assertThat(refusal(() -> graph.upgrade(Set.of(), Target.parse("a:e"))).error())
                .isEqualTo(GraphError.RANGE_NOT_ALLOWED);
        assertThat(refusal(() -> graph.downgrade(Set.of("e"), Target.parse("e:a")))
                        .error())
                .isEqualTo(GraphError.RANGE_NOT_ALLOWED);
        assertThat(refusal(() -> graph.stamp(Set.of(), List.of(Target.parse("a:e"))))
                        .error())
                .isEqualTo(GraphError.RANGE_NOT_ALLOWED);
    }

    @Test
    void aScriptStartsWhereTheRangeSays() {
        Plan plan = graph.upgradeScript(Target.parse("d:"));

        assertThat(plan.rowsBefore()).containsExactly("d");
        assertThatPlan(plan, naive).keepsTheRules().hasSteps("e");
        assertThat(graph.upgradeScript(Target.parse("e")).rowsBefore()).isEmpty();
        assertThat(graph.upgradeScript(Target.parse(":e"))).isEqualTo(graph.upgradeScript(Target.parse("e")));
    }

    @Test
    void aScriptThatGoesDownNeedsBothEnds() {
        assertThatPlan(graph.downgradeScript(Target.parse("e:-1")), naive)
                .keepsTheRules()
                .hasSteps("e");
        assertThat(refusal(() -> graph.downgradeScript(Target.parse("d"))).error())
                .isEqualTo(GraphError.RANGE_REQUIRED);
        assertThat(refusal(() -> graph.downgradeScript(Target.parse("e:"))).error())
                .isEqualTo(GraphError.RANGE_REQUIRED);
        assertThat(refusal(() -> graph.downgradeScript(Target.parse("a:b:c"))).error())
                .isEqualTo(GraphError.RANGE_SYNTAX);
    }

    @Test
    void stampingSeveralTargetsKeepsRowsThatAreRight() {
        RevisionGraph branches = graph("x1", "x2 < x1", "y1", "y2 < y1");

        assertThat(branches.stamp(Set.of("x1", "y2"), List.of(Target.parse("heads"))))
                .containsExactly("x2", "y2");
        assertThat(branches.stamp(Set.of("x2", "y2"), List.of(Target.parse("x1"))))
                .containsExactly("x1", "y2");
        assertThat(branches.stamp(Set.of("x2", "y2"), List.of(Target.parse("base"))))
                .isEmpty();
    }

    @Test
    void stampingAnAncestorOfAnotherTargetIsRefused() {
        assertThat(refusal(() -> graph.stamp(Set.of(), List.of(Target.parse("a"), Target.parse("b"))))
                        .error())
                .isEqualTo(GraphError.OVERLAP);
    }

    @Test
    void currentShowsWhatADependencyApplied() {
        RevisionGraph dependent = graph("a", "b ! a");

        assertThat(dependent.current(Set.of("b"))).containsExactly("a", "b");
        assertThat(dependent.isAtHeads(Set.of("b"))).isTrue();
        assertThat(dependent.isAtHeads(Set.of("a"))).isFalse();
    }
}
