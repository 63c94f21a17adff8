/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.internal.graph.Listing;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Counts steps from a revision, along parents only. */
final class Walk {

    private final Nodes nodes;
    private final Target target;
    private final boolean stopsAtEnd;

    /** Walks for a target, which a refusal quotes; a walk beyond the end either stops there or is refused. */
    Walk(Nodes nodes, Target target, boolean stopsAtEnd) {
        this.nodes = nodes;
        this.target = target;
        this.stopsAtEnd = stopsAtEnd;
    }

    /** {@return the revision so many steps above, where only children within the lineage count} */
    int up(int start, int steps, @Nullable BitSet lineage) {
        int node = start;
        for (int step = 0; step < steps; step++) {
            int[] children = node == Nodes.BELOW_BASE
                    ? nodes.parents().roots()
                    : nodes.parents().up(node);
            int[] open = lineage == null ? children : TargetNames.within(children, lineage);
            if (open.length == 0) {
                return end(node, step, steps);
            }
            node = only(open, node);
        }
        return node;
    }

    /** {@return the revision so many steps below, in the end {@link Nodes#BELOW_BASE}} */
    int down(int start, int steps) {
        int node = start;
        for (int step = 0; step < steps; step++) {
            if (node == Nodes.BELOW_BASE) {
                return end(node, step, steps);
            }
            int[] parents = nodes.parents().down(node);
            node = parents.length == 0 ? Nodes.BELOW_BASE : only(parents, node);
        }
        return node;
    }

    private int end(int node, int walked, int steps) {
        if (stopsAtEnd) {
            return node;
        }
        throw new GraphException(
                GraphError.RELATIVE_RANGE,
                "'" + target.text() + "' goes beyond the revision graph.",
                "Only " + walked + " of " + steps + " steps are possible, to " + place(node) + ".",
                "Use fewer steps, or name the revision.");
    }

    private int only(int[] open, int node) {
        if (open.length == 1) {
            return open[0];
        }
        throw new GraphException(
                        GraphError.AMBIGUOUS_WALK,
                        "'" + target.text() + "' is ambiguous.",
                        "From " + place(node) + " it can lead to " + Listing.of(nodes.ids(open)) + ".",
                        "Name the revision, or restrict the target with '<branch>@'.")
                .about(nodes.ids(open));
    }

    private String place(int node) {
        return node == Nodes.BELOW_BASE ? "the base" : "'" + nodes.id(node) + "'";
    }
}
