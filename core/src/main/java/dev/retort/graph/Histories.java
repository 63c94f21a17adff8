/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.internal.graph.Edges;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists the revisions of a range, the newest first. */
final class Histories {

    private final Nodes nodes;
    private final TargetNames targetNames;

    Histories(Nodes nodes, TargetNames targetNames) {
        this.nodes = nodes;
        this.targetNames = targetNames;
    }

    List<Revision> list(List<String> rows, Target.Range range) {
        if (range.lower().namesCurrent() && range.upper().namesCurrent()) {
            throw currentTwice(range);
        }
        Ends ends = ends(rows, range);
        int[] upper = onBranch(ends.upper, range.lower().branch());
        BitSet shown = nodes.needs().below(upper);
        for (int node : ends.lower) {
            if (!shown.get(node)) {
                throw unrelated(range, node);
            }
        }
        refuseOverlap(ends.lower);
        if (ends.lower.length > 0) {
            shown.and(nodes.parents().above(ends.lower));
            shown.andNot(strictlyBelow(ends.lower));
        }
        return newestFirst(shown);
    }

    private static final class Ends {

        private final int[] lower;
        private final int[] upper;

        Ends(int[] lower, int[] upper) {
            this.lower = lower;
            this.upper = upper;
        }
    }

    /** The upper end is looked up first, unless it counts from the lower one. */
    private Ends ends(List<String> rows, Target.Range range) {
        if (range.upper() instanceof Target.Relative relative && relative.symbol() == null) {
            int[] lower = lower(rows, range.lower());
            Walk walk = new Walk(nodes, relative, true);
            CurrentRows start = CurrentRows.of(nodes, start(range, relative, lower));
            return new Ends(lower, above(new Upgrades(nodes, targetNames).fromRows(start, relative, walk)));
        }
        int[] upper = upper(rows, range.upper());
        refuseOverlap(upper);
        return new Ends(lower(rows, range.lower()), upper);
    }

    /**
     * Counting without a branch needs one start: several names for it are several heads, several rows several starts.
     */
    private int[] start(Target.Range range, Target.Relative upper, int[] lower) {
        boolean named = upper.branch() == null && !range.lower().namesCurrent();
        if (named && lower.length > 1 && range.lower() instanceof Target.Named target) {
            targetNames.one(target);
        }
        return lower;
    }

    private int[] upper(List<String> rows, Target target) {
        if (target.isEmpty()) {
            return nodes.needs().leaves();
        }
        if (target.namesCurrent()) {
            return CurrentRows.of(nodes, rows).rows();
        }
        if (target instanceof Target.Relative relative) {
            Walk walk = new Walk(nodes, target, true);
            return above(new Upgrades(nodes, targetNames).fromSymbol(relative, walk));
        }
        return targetNames.many(TargetForms.named(target));
    }

    private int[] lower(List<String> rows, Target target) {
        if (target.isEmpty()) {
            return Nodes.NONE;
        }
        if (target.namesCurrent()) {
            return CurrentRows.of(nodes, rows).rows();
        }
        if (target instanceof Target.Relative relative) {
            Walk walk = new Walk(nodes, target, true);
            return relative.symbol() == null
                    ? belowHeads(relative, walk)
                    : above(new Upgrades(nodes, targetNames).fromSymbol(relative, walk));
        }
        return targetNames.many(TargetForms.named(target));
    }

    /** Counts down from each head; if one of them reaches the base, all revisions are listed. */
    private int[] belowHeads(Target.Relative target, Walk walk) {
        if (target.steps() >= 0) {
            throw new GraphException(
                    GraphError.RELATIVE_RANGE,
                    "'" + target.text() + "' cannot begin a range.",
                    "The lower end counts down from the heads.",
                    "Use -N, or put '" + target.text() + "' after the ':'.");
        }
        String branch = target.branch();
        String text = branch == null ? "heads" : branch + "@heads";
        BitSet found = new BitSet(nodes.size());
        for (int head : targetNames.many(Target.Named.of(text))) {
            int node = walk.down(head, -target.steps());
            if (node == Nodes.BELOW_BASE) {
                return Nodes.NONE;
            }
            found.set(node);
        }
        return Edges.numbers(found);
    }

    private static int[] above(int node) {
        return node == Nodes.BELOW_BASE ? Nodes.NONE : new int[] {node};
    }

    /** If the lower end names a branch, only the upper ends with its label count. */
    private int[] onBranch(int[] upper, @Nullable String branch) {
        if (branch == null) {
            return upper;
        }
        return TargetNames.within(upper, new BranchLabels(nodes).reach(carrier(branch)));
    }

    private int carrier(String branch) {
        int node = targetNames.branch(branch);
        if (nodes.isLabel(targetNames.namesFor(branch, null).get(0))) {
            return node;
        }
        Set<String> labels = new BranchLabels(nodes).byRevision().getOrDefault(nodes.id(node), Set.of());
        if (labels.size() == 1) {
            return nodes.named(labels.iterator().next());
        }
        throw new GraphException(
                        labels.isEmpty() ? GraphError.NOT_FOUND : GraphError.AMBIGUOUS,
                        "'" + branch + "@' does not name one labeled branch.",
                        "Revision '" + nodes.id(node) + "' has " + labels.size() + " branch labels.",
                        "Write the label itself before the '@'.")
                .about(nodes.ids(node));
    }

    private void refuseOverlap(int[] ends) {
        new Overlap(nodes).refuse(ends, "ends of the range", "Name one of them.");
    }

    private BitSet strictlyBelow(int[] ends) {
        BitSet below = nodes.needs().below(ends);
        for (int end : ends) {
            below.clear(end);
        }
        return below;
    }

    private List<Revision> newestFirst(BitSet shown) {
        int[] result = new int[shown.cardinality()];
        int length = result.length;
        for (int node : nodes.order()) {
            if (shown.get(node)) {
                result[--length] = node;
            }
        }
        return nodes.revisions(result);
    }

    private GraphException unrelated(Target.Range range, int node) {
        return new GraphException(
                        GraphError.RANGE,
                        "The ends of '" + range.text() + "' are not on one branch.",
                        "The upper end does not descend from '" + nodes.id(node) + "'.",
                        "Name a lower end that is an ancestor of the upper one, or leave one of them out.")
                .about(nodes.ids(node));
    }

    private static GraphException currentTwice(Target.Range range) {
        return new GraphException(
                GraphError.NOT_FOUND,
                "'" + range.text() + "' has 'current' at both ends.",
                "'current' means the version rows, and only one end of a range can be 'current'.",
                "Use `current` to list the current revisions.");
    }
}
