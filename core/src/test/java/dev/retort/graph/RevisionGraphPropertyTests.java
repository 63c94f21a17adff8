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

    private static List<Revision> graph(Random random) {
        return graph(random.nextInt(26), random);
    }

    /** Revisions whose parents and dependencies are among those before them, and then shuffled. */
    private static List<Revision> graph(int size, Random random) {
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

    private static String any(List<Revision> revisions, long seed) {
        return revisions.get((int) Math.floorMod(seed, (long) revisions.size())).id();
    }

    /** Version rows as the row rule makes them, from up to three revisions. */
    private static Set<String> rows(List<Revision> revisions, NaiveGraph naive, long seed) {
        Random random = new Random(seed);
        List<String> ids = revisions.stream().map(Revision::id).toList();
        return naive.rows(naive.applied(new HashSet<>(some(ids, random.nextInt(4), random))));
    }

    @Test
    void upgradeToTheHeadsAppliesEverythingInOrder() {
        Seeds.check(1000, random -> {
            List<Revision> revisions = graph(random);
            RevisionGraph graph = RevisionGraph.of(revisions);

            Plan plan = graph.upgrade(Set.of(), "heads");

            assertThatPlan(plan, new NaiveGraph(revisions)).keepsTheRules();
            assertThat(plan.steps()).hasSameSizeAs(revisions);
            assertThat(plan.rowsAfter()).containsExactlyInAnyOrderElementsOf(graph.effectiveHeads());
        });
    }

    @Test
    void upgradeAppliesExactlyTheMissingAncestorsOfTheTarget() {
        Seeds.check(1000, random -> {
            List<Revision> revisions = graph(random);
            long rowSeed = random.nextLong();
            long targetSeed = random.nextLong();
            if (revisions.isEmpty()) {
                return;
            }
            NaiveGraph naive = new NaiveGraph(revisions);
            Set<String> rows = rows(revisions, naive, rowSeed);
            String target = any(revisions, targetSeed);

            Plan plan = RevisionGraph.of(revisions).upgrade(rows, target);

            Set<String> missing = naive.applied(Set.of(target));
            missing.removeAll(naive.applied(rows));
            assertThatPlan(plan, naive).keepsTheRules();
            assertThat(PlanAssert.ids(plan)).containsExactlyInAnyOrderElementsOf(missing);
        });
    }

    @Test
    void downgradeToTheBaseTakesEverythingBackInOrder() {
        Seeds.check(1000, random -> {
            List<Revision> revisions = graph(random);
            long rowSeed = random.nextLong();
            NaiveGraph naive = new NaiveGraph(revisions);
            Set<String> rows = rows(revisions, naive, rowSeed);

            Plan plan = RevisionGraph.of(revisions).downgrade(rows, "base");

            assertThatPlan(plan, naive).keepsTheRules().endsAt();
            assertThat(PlanAssert.ids(plan)).containsExactlyInAnyOrderElementsOf(naive.applied(rows));
        });
    }

    @Test
    void downgradeLeavesNoDescendantOfTheTarget() {
        Seeds.check(1000, random -> {
            List<Revision> revisions = graph(random);
            long targetSeed = random.nextLong();
            if (revisions.isEmpty()) {
                return;
            }
            NaiveGraph naive = new NaiveGraph(revisions);
            RevisionGraph graph = RevisionGraph.of(revisions);
            String target = any(revisions, targetSeed);

            Plan plan = graph.downgrade(graph.upgrade(Set.of(), target).rowsAfter(), target);
            Plan fromHeads = graph.heads().contains(target) ? plan : graph.downgrade(graph.effectiveHeads(), target);

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
            List<Revision> revisions = graph(random);
            long targetSeed = random.nextLong();
            if (revisions.isEmpty()) {
                return;
            }
            RevisionGraph graph = RevisionGraph.of(revisions);
            String target = graph.get(any(revisions, targetSeed)).downRevisions().stream()
                    .findFirst()
                    .orElse("base");

            Plan down = graph.downgrade(graph.effectiveHeads(), target);
            Plan up = graph.upgrade(down.rowsAfter(), "heads");

            assertThat(PlanAssert.ids(up)).containsExactlyInAnyOrderElementsOf(PlanAssert.ids(down));
            assertThat(up.rowsAfter()).isEqualTo(down.rowsBefore());
        });
    }

    @Test
    void appliedRevisionsAreTheAncestorsOfTheRows() {
        Seeds.check(1000, random -> {
            List<Revision> revisions = graph(random);
            long rowSeed = random.nextLong();
            NaiveGraph naive = new NaiveGraph(revisions);
            Set<String> rows = rows(revisions, naive, rowSeed);

            assertThat(RevisionGraph.of(revisions).appliedBy(rows)).isEqualTo(naive.applied(rows));
        });
    }

    @Test
    void noStampedRowIsAnAncestorOfAnother() {
        Seeds.check(1000, random -> {
            List<Revision> revisions = graph(random);
            long rowSeed = random.nextLong();
            long targetSeed = random.nextLong();
            if (revisions.isEmpty()) {
                return;
            }
            NaiveGraph naive = new NaiveGraph(revisions);
            String target = any(revisions, targetSeed);

            Set<String> rows = RevisionGraph.of(revisions).stamp(rows(revisions, naive, rowSeed), List.of(target));

            assertThat(rows).contains(target);
            assertThat(naive.rows(naive.applied(rows))).isEqualTo(rows);
        });
    }

    @Test
    void loadOrderNeverChangesWhatIsDone() {
        Seeds.check(1000, random -> {
            List<Revision> revisions = graph(random);
            long rowSeed = random.nextLong();
            List<Revision> reversed = new ArrayList<>(revisions);
            Collections.reverse(reversed);
            Set<String> rows = rows(revisions, new NaiveGraph(revisions), rowSeed);

            Plan plan = RevisionGraph.of(revisions).upgrade(rows, "heads");
            Plan other = RevisionGraph.of(reversed).upgrade(rows, "heads");

            assertThat(PlanAssert.ids(plan)).containsExactlyInAnyOrderElementsOf(PlanAssert.ids(other));
            assertThat(plan.rowsAfter()).isEqualTo(other.rowsAfter());
        });
    }

    @Test
    void aCycleIsAlwaysNoticed() {
        Seeds.check(1000, random -> {
            List<Revision> revisions = graph(random);
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
