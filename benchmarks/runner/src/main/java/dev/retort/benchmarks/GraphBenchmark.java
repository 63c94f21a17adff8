/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How long it takes to load a graph, without reading scripts, and to plan the way from nothing to its heads. */
final class GraphBenchmark {

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);

    String run(Options options) throws Exception {
        Contest contest = new Contest();
        for (int size : SIZES) {
            List<Revision> revisions = revisions(size);
            contest.add(String.format(Locale.ROOT, "%,d revisions", size), () -> loadAndPlan(revisions));
        }
        String smallest = String.format(Locale.ROOT, "%,d revisions", SIZES.get(0));
        return "## Load a graph and plan an upgrade\n\n"
                + contest.run(options.loads()).table(smallest);
    }

    private static Duration loadAndPlan(List<Revision> revisions) {
        long startedAt = System.nanoTime();
        int steps = RevisionGraph.of(revisions)
                .upgrade(Set.of(), Target.parse("heads"))
                .steps()
                .size();
        Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
        if (steps != revisions.size()) {
            throw new IllegalStateException(steps + " steps for " + revisions.size() + " revisions");
        }
        return took;
    }

    /** A line on which every tenth revision opens a branch that the next but one merges again. */
    private static List<Revision> revisions(int size) {
        List<Revision> revisions = new ArrayList<>(size);
        for (Change change : Change.upTo(size)) {
            revisions.add(new Revision(change.id(), parents(change.number()), List.of(), List.of()));
        }
        return revisions;
    }

    private static List<String> parents(int number) {
        String before = new Change(number - 1).id();
        return switch (number) {
            case 1 -> List.of();
            case 2 -> List.of(before);
            default ->
                switch (number % 10) {
                    case 0 -> List.of(new Change(number - 2).id());
                    case 1 -> List.of(before, new Change(number - 2).id());
                    default -> List.of(before);
                };
        };
    }
}
