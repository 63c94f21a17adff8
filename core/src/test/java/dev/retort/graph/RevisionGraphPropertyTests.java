/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import static dev.retort.graph.PlanAssert.assertThatPlan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every graph. */
class RevisionGraphPropertyTests {

    /** {@return a graph of up to 25 revisions, and of no fewer than these} */
    private static List<Revision> graph(int fewest, Random random) {
        return graphOf(fewest + random.nextInt(26 - fewest), random);
    }

    /** Revisions whose parents and dependencies are among those before them, and then shuffled. */
    private static List<Revision> graphOf(int size, Random random) {
        List<Revision> revisions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String id = "r" + (1000 + i);
            List<String> labels = random.nextInt(5) == 0 ? List.of("label" + i) : List.of();
            List<String> ids = revisions.stream().map(Revision::id).toList();
            revisions.add(new Revision(
                    id, some(ids, random.nextInt(4), random), labels, some(names, random.nextInt(6) - 3, random)));
            names.add(labels.isEmpty() ? id : labels.get(0));
        }
        Collections.shuffle(revisions, random);
        return revisions;
    }

    private static List<String> some(List<String> names, int count, Random random) {
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.max(0, Math.min(count, shuffled.size())));
    }

    private static String any(List<Revision> revisions, Random random) {
        return Seeds.any(random, revisions).id();
    }

    /** Version rows as the row rule makes them, from up to three revisions. */
    private static Set<String> rows(List<Revision> revisions, NaiveGraph naive, Random random) {
        List<String> ids = revisions.stream().map(Revision::id).toList();
        return naive.rows(naive.applied(new HashSet<>(some(ids, random.nextInt(4), random))));
    }

    @Test
    void upgradeToTheHeadsAppliesEverythingInOrder() {
        Seeds.check(1000, random -> {
            List<Revision> revisions = graph(0, random);
            RevisionGraph graph = RevisionGraph.of(revisions);

            Plan plan = graph.upgrade(Set.of(), Target.parse("heads"));

            assertThatPlan(plan, new NaiveGraph(revisions)).keepsTheRules();
            assertThat(plan.steps()).hasSameSizeAs(revisions);
            assertThat(plan.rowsAfter()).containsExactlyInAnyOrderElementsOf(graph.effectiveHeads());
        });
    }

    @Test
    void upgradeAppliesExactlyTheMissingAncestorsOfTheTarget() {
        Seeds.check(1000, random -> {
            List<Revision> revisions = graph(1, random);
            NaiveGraph naive = new NaiveGraph(revisions);
            Set<String> rows = rows(revisions, naive, random);
            String target = any(revisions, random);

            Plan plan = RevisionGraph.of(revisions).upgrade(rows, Target.parse(target));

            Set<String> missing = naive.applied(Set.of(target));
            missing.removeAll(naive.applied(rows));
            assertThatPlan(plan, naive).keepsTheRules();
            assertThat(PlanAssert.ids(plan)).containsExactlyInAnyOrderElementsOf(missing);
        });
    }

    @Test
    void downgradeToTheBaseReversesEverythingInOrder() {
        Seeds.check(1000, random -> {
            List<Revision> revisions = graph(0, random);
            NaiveGraph naive = new NaiveGraph(revisions);
            Set<String> rows = rows(revisions, naive, random);

            Plan plan = RevisionGraph.of(revisions).downgrade(rows, Target.parse("base"));

            assertThatPlan(plan, naive).keepsTheRules().endsAt();
            assertThat(PlanAssert.ids(plan)).containsExactlyInAnyOrderElementsOf(naive.applied(rows));
        });
    }

    @Test
    void downgradeLeavesNoDescendantOfTheTarget() {
        Seeds.check(1000, random -> {
            List<Revision> revisions = graph(1, random);
            NaiveGraph naive = new NaiveGraph(revisions);
            RevisionGraph graph = RevisionGraph.of(revisions);
            String target = any(revisions, random);

            Plan plan = graph.downgrade(
                    graph.upgrade(Set.of(), Target.parse(target)).rowsAfter(), Target.parse(target));
            Plan fromHeads = graph.heads().contains(target)
                    ? plan
                    : graph.downgrade(graph.effectiveHeads(), Target.parse(target));

            assertThat(plan.steps()).isEmpty();
            assertThatPlan(fromHeads, naive).keepsTheRules();
            Set<String> left = naive.applied(fromHeads.rowsAfter());
            assertThat(left).contains(target);
            if (!graph.heads().contains(target)) {
                assertThat(left).doesNotContainAnyElementsOf(graph.children(target));
            }
        });
    }

    @Test
    void downgradeAndUpgradeAgainComeBackToTheSameRows() {
        Seeds.check(1000, random -> {
            List<Revision> revisions = graph(1, random);
            RevisionGraph graph = RevisionGraph.of(revisions);
            String target = graph.get(any(revisions, random)).downRevisions().stream()
                    .findFirst()
                    .orElse("base");

            Plan down = graph.downgrade(graph.effectiveHeads(), Target.parse(target));
            Plan up = graph.upgrade(down.rowsAfter(), Target.parse("heads"));

            assertThat(PlanAssert.ids(up)).containsExactlyInAnyOrderElementsOf(PlanAssert.ids(down));
            assertThat(up.rowsAfter()).isEqualTo(down.rowsBefore());
        });
    }

    @Test
    void appliedRevisionsAreTheAncestorsOfTheRows() {
        Seeds.check(1000, random -> {
            List<Revision> revisions = graph(0, random);
            NaiveGraph naive = new NaiveGraph(revisions);
            Set<String> rows = rows(revisions, naive, random);

            assertThat(RevisionGraph.of(revisions).appliedBy(rows)).isEqualTo(naive.applied(rows));
        });
    }

    @Test
    void noStampedRowIsAnAncestorOfAnother() {
        Seeds.check(1000, random -> {
            List<Revision> revisions = graph(1, random);
            NaiveGraph naive = new NaiveGraph(revisions);
            String target = any(revisions, random);

            Set<String> rows =
                    RevisionGraph.of(revisions).stamp(rows(revisions, naive, random), List.of(Target.parse(target)));

            assertThat(rows).contains(target);
            assertThat(naive.rows(naive.applied(rows))).isEqualTo(rows);
        });
    }

    @Test
    void loadOrderNeverChangesWhatIsDone() {
        Seeds.check(1000, random -> {
            List<Revision> revisions = graph(0, random);
            List<Revision> reversed = new ArrayList<>(revisions);
            Collections.reverse(reversed);
            Set<String> rows = rows(revisions, new NaiveGraph(revisions), random);

            Plan plan = RevisionGraph.of(revisions).upgrade(rows, Target.parse("heads"));
            Plan other = RevisionGraph.of(reversed).upgrade(rows, Target.parse("heads"));

            assertThat(PlanAssert.ids(plan)).containsExactlyInAnyOrderElementsOf(PlanAssert.ids(other));
            assertThat(plan.rowsAfter()).isEqualTo(other.rowsAfter());
        });
    }

    @Test
    void aCycleIsAlwaysNoticed() {
        Seeds.check(1000, random -> {
            List<Revision> revisions = graph(0, random);
            List<Revision> bent = new ArrayList<>(revisions);
            for (int i = 0; i < bent.size(); i++) {
                Revision upper = bent.get(i);
                if (!upper.downRevisions().isEmpty()) {
                    String lower = upper.downRevisions().get(0);
                    bent.replaceAll(
                            revision -> revision.id().equals(lower) ? bentUpTo(revision, upper.id()) : revision);
                    assertThat(Graphs.refusal(() -> RevisionGraph.of(bent)).error())
                            .isIn(GraphError.CYCLE, GraphError.DEPENDENCY_CYCLE);
                    return;
                }
            }
        });
    }

    private static Revision bentUpTo(Revision lower, String upper) {
        List<String> parents = new ArrayList<>(lower.downRevisions());
        parents.add(upper);
        return new Revision(lower.id(), parents, lower.branchLabels(), lower.dependsOn());
    }
}
