/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.error.RetortException;
import dev.retort.graph.Plan;
import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a stamp is written for without a database: targets, some of which say where to start.
 *
 * @param start the start of the script; {@code base} unless a target says otherwise
 * @param targets what is stamped
 */
public record StampRange(Target start, List<Target> targets) {

    /** {@return the targets of a list, which are separated by blanks or commas} */
    static List<Target> split(Target list) {
        return Stream.of(list.text().trim().split("[\\s,]+"))
                .map(text -> text.equals(list.text()) ? list : Target.parse(text))
                .toList();
    }

    /** {@return the start and the targets of a list, some of which may be ranges} */
    public static StampRange of(Target list) {
        Map<String, Target> starts = new LinkedHashMap<>();
        List<Target> targets = new ArrayList<>();
        for (Target target : split(list)) {
            if (target instanceof Target.Range range && !range.lower().isEmpty()) {
                starts.put(range.lower().text(), range.lower());
            }
            targets.add(target instanceof Target.Range range ? range.upper() : target);
        }
        if (starts.size() > 1) {
            throw new RetortException(
                    "A script stamps from one starting revision.",
                    "The targets start at " + String.join(", ", starts.keySet()) + ".",
                    "Write <from>:<to> with the same start in each, or stamp the database itself.");
        }
        return new StampRange(
                starts.isEmpty()
                        ? Target.parse("base")
                        : starts.values().iterator().next(),
                targets);
    }

    public Plan plan(RevisionGraph graph) {
        List<String> before =
                graph.resolve(start.text()).map(Revision::id).stream().toList();
        return new Plan(Set.copyOf(before), List.of(), graph.stamp(before, targets));
    }
}
