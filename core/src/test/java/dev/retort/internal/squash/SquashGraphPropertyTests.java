/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.graph.Plan;
import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.Target;
import dev.retort.internal.script.Revisions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Random graphs with a range that is squashed, without a database. The invariant: a database outside of the range has the same
 * version rows in both graphs, and a plan from there leads in both to the same.
 */
class SquashGraphPropertyTests {

    private static final int TRIES = Integer.getInteger("squash.tries", 120);

    @Test
    void plansFromOutsideOfTheRangeLeadToTheSameVersionRows() {
        int checked = 0;
        for (int seed = 0; seed < TRIES; seed++) {
            RandomRevisions random = new RandomRevisions(seed, 4 + seed % 9);
            Optional<SquashRange> range = random.range();
            if (range.isPresent()) {
                Revisions before = random.revisions();
                Revisions after = RandomRevisions.revisions(random.squashed(range.get()));
                check(before, after, range.get(), new Random(seed));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(TRIES / 4);
    }

    private static void check(Revisions before, Revisions after, SquashRange range, Random random) {
        assertThat(places(after.originals())).isEqualTo(places(before.graph()));
        assertThat(after.ids()).containsExactlyInAnyOrderElementsOf(before.ids());
        assertThat(after.script(range.place().id()).squash()).isEqualTo(range.squash());
        Set<String> interior = new HashSet<>(range.squash().ids());
        for (int i = 0; i < 20; i++) {
            Set<String> rows = rows(before.graph(), random);
            Set<String> applied = before.graph().appliedBy(rows);
            boolean part = interior.stream().anyMatch(applied::contains)
                    && !applied.contains(range.place().id());
            if (!part) {
                checkFrom(rows, before.graph(), after.graph(), interior);
            }
        }
    }

    private static Set<String> places(RevisionGraph graph) {
        Set<String> places = new TreeSet<>();
        for (Revision revision : graph.revisions()) {
            places.add(revision.id() + " needs " + new TreeSet<>(graph.needs(revision.id())) + " after "
                    + revision.downRevisions());
        }
        return places;
    }

    /** {@return the version rows of a database that has some revisions and all that they need} */
    private static Set<String> rows(RevisionGraph graph, Random random) {
        List<String> chosen = new ArrayList<>();
        graph.revisions().forEach(revision -> {
            if (random.nextInt(4) == 0) {
                chosen.add(revision.id());
            }
        });
        Set<String> applied = graph.appliedBy(chosen);
        Set<String> rows = new TreeSet<>(applied);
        applied.forEach(id -> graph.needs(id).forEach(rows::remove));
        return rows;
    }

    private static void checkFrom(Set<String> rows, RevisionGraph before, RevisionGraph after, Set<String> interior) {
        Set<String> applied = new HashSet<>(before.appliedBy(rows));
        applied.removeAll(interior);
        assertThat(after.appliedBy(rows)).isEqualTo(applied);
        for (Revision target : after.revisions()) {
            Plan up = after.upgrade(rows, Target.parse(target.id()));
            assertThat(up.rowsAfter())
                    .isEqualTo(before.upgrade(rows, Target.parse(target.id())).rowsAfter());
        }
        assertThat(after.upgrade(rows, Target.parse("heads")).rowsAfter())
                .isEqualTo(before.upgrade(rows, Target.parse("heads")).rowsAfter());
        assertThat(after.downgrade(rows, Target.parse("base")).rowsAfter()).isEmpty();
        Set<String> kept = new TreeSet<>();
        after.downgrade(rows, Target.parse("base"))
                .steps()
                .forEach(step -> kept.add(step.revision().id()));
        assertThat(kept).isEqualTo(new TreeSet<>(applied));
    }
}
