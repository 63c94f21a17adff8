/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.autogenerate;

import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import dev.retort.internal.diff.mapping.StatedRule;
import dev.retort.internal.script.RevisionScript;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The rules that revisions record as stated by the model: lines such as {@code -- model: + unique person (address_id)}, which generated
 * scripts have at their end. They are read along the graph: what one branch withdraws of an ancestor is withdrawn after a merge,
 * what the other branch states itself is not.
 */
public final class ModelMarks {

    private static final String PREFIX = "-- model: ";

    private ModelMarks() {}

    /**
     * A rule as a revision stated it.
     *
     * @param rule the rule under the names that it has by now
     * @param revision the revision
     * @param renames how often its names have changed
     */
    private record Mark(StatedRule rule, String revision, int renames) {

        /** After a merge of a branch that renames, its names are the present ones. */
        Mark orLater(Mark other) {
            return other.renames > renames ? other : this;
        }

        Mark renamed(List<String> from, List<String> to) {
            StatedRule other = rule.renamed(from, to);
            return other.equals(rule) ? this : new Mark(other, revision, renames + 1);
        }
    }

    /**
     * The rules that are in force after a revision.
     *
     * @param stated all that it and its ancestors state, by where that is
     * @param withdrawn those of it that it or an ancestor withdraws
     */
    private record Sum(Map<String, Mark> stated, Set<String> withdrawn) {

        static Sum of(Iterable<Sum> parents) {
            Sum all = new Sum(new LinkedHashMap<>(), new HashSet<>());
            for (Sum parent : parents) {
                parent.stated.forEach((place, mark) -> all.stated.merge(place, mark, Mark::orLater));
                all.withdrawn.addAll(parent.withdrawn);
            }
            return all;
        }

        void read(RevisionScript script) {
            int number = 0;
            for (String line : script.text().split("\n", -1)) {
                number++;
                if (line.startsWith(PREFIX)) {
                    read(
                            line.substring(PREFIX.length()).strip(),
                            script.revision().id(),
                            number);
                }
            }
        }

        private void read(String mark, String revision, int line) {
            String text = mark.length() < 2 ? "" : mark.substring(2);
            if (mark.startsWith("+ ")) {
                for (StatedRule rule : StatedRule.parse(text, null)) {
                    stated.put(revision + ':' + line + ':' + stated.size(), new Mark(rule, revision, 0));
                }
            } else if (mark.startsWith("- ")) {
                List<StatedRule> rules = StatedRule.parse(text, null);
                stated.forEach((place, known) -> {
                    if (rules.contains(known.rule())) {
                        withdrawn.add(place);
                    }
                });
            } else if (mark.startsWith("~ ")) {
                StatedRule.names(text)
                        .ifPresent(names ->
                                stated.replaceAll((place, known) -> known.renamed(names.get(0), names.get(1))));
            }
        }
    }

    /**
     * Reads the marks of all revisions.
     *
     * @param scripts the scripts, of which the database has all
     * @return the rules that are stated, each with the revision that stated it
     */
    public static Map<String, String> of(List<RevisionScript> scripts) {
        Map<String, String> found = new LinkedHashMap<>();
        if (scripts.stream().noneMatch(script -> script.text().contains(PREFIX))) {
            return found;
        }
        Map<String, RevisionScript> byId = new HashMap<>();
        scripts.forEach(script -> byId.put(script.revision().id(), script));
        RevisionGraph graph =
                RevisionGraph.of(scripts.stream().map(RevisionScript::revision).toList());
        Map<String, Sum> sums = new HashMap<>();
        for (Revision revision : graph.inOrder()) {
            Sum sum = Sum.of(graph.needs(revision.id()).stream()
                    .map(sums::get)
                    .filter(Objects::nonNull)
                    .toList());
            sum.read(Objects.requireNonNull(byId.get(revision.id())));
            sums.put(revision.id(), sum);
        }
        Sum all = Sum.of(sums.values());
        all.stated.forEach((place, mark) -> {
            if (!all.withdrawn.contains(place)) {
                found.putIfAbsent(mark.rule().text(null), mark.revision());
            }
        });
        return found;
    }
}
