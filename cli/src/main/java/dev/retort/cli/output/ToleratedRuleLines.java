/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import dev.retort.diff.Tolerance;
import dev.retort.diff.ToleratedRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rules that a database has beside those that entities state, in groups. */
public final class ToleratedRuleLines {

    private static final int SHOWN = 4;

    private final Map<Tolerance, List<String>> groups = new EnumMap<>(Tolerance.class);

    public ToleratedRuleLines(List<ToleratedRule> left) {
        left.forEach(rule ->
                groups.computeIfAbsent(rule.kind(), kind -> new ArrayList<>()).add(printable(rule.what())));
    }

    /** A name may hold line breaks, behind which a comment would end, and backslashes, which Java reads in comments too. */
    public static String printable(String name) {
        return name.replaceAll("[\\p{Cntrl}\\\\]", "?");
    }

    /** {@return a line for each group with its first members; none when nothing was left} */
    public List<String> summary() {
        return lines(SHOWN);
    }

    /** {@return a line for each group with all its members} */
    public List<String> all() {
        return lines(Integer.MAX_VALUE);
    }

    private List<String> lines(int shown) {
        List<String> lines = new ArrayList<>();
        if (!groups.isEmpty()) {
            lines.add("Kept, because the entities do not state it:");
        }
        groups.forEach((kind, members) -> {
            int rest = members.size() - Math.min(shown, members.size());
            lines.add("  " + kind.counted(members.size()) + ": "
                    + String.join(", ", members.subList(0, members.size() - rest))
                    + (rest == 0 ? "" : " and " + rest + " more"));
        });
        return lines;
    }
}
