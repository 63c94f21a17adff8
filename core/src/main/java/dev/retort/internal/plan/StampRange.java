/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.error.RetortException;
import dev.retort.graph.Plan;
import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a stamp is written for without a database: targets, some of which say where to start.
 *
 * @param start the start of the script, as a target; {@code base} unless a target says otherwise
 * @param targets what is stamped
 */
public record StampRange(String start, List<String> targets) {

    /** {@return the targets of a text, which are separated by blanks or commas} */
    static List<String> split(String text) {
        return List.of(text.trim().split("[\\s,]+"));
    }

    public static StampRange parse(String text) {
        Set<String> starts = new LinkedHashSet<>();
        List<String> targets = new ArrayList<>();
        for (String target : split(text)) {
            int colon = target.indexOf(':');
            if (colon > 0) {
                starts.add(target.substring(0, colon));
            }
            targets.add(target.substring(colon + 1));
        }
        if (starts.size() > 1) {
            throw new RetortException(
                    "A script stamps from one starting revision.",
                    "The targets start at " + String.join(", ", starts) + ".",
                    "Write <from>:<to> with the same start in each, or stamp the database itself.");
        }
        return new StampRange(starts.isEmpty() ? "base" : starts.iterator().next(), targets);
    }

    public Plan plan(RevisionGraph graph) {
        List<String> before = graph.resolve(start).map(Revision::id).stream().toList();
        return new Plan(Set.copyOf(before), List.of(), graph.stamp(before, targets));
    }
}
