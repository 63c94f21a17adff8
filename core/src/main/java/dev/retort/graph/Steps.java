/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.internal.graph.SortedNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Puts steps in order and follows the version rows from each to the next, at a cost of the edges that it touches. */
final class Steps {

    private final Nodes nodes;
    private final CurrentRows start;
    private final List<Step> steps = new ArrayList<>();
    private SortedNames rows;

    Steps(Nodes nodes, CurrentRows start) {
        this.nodes = nodes;
        this.start = start;
        this.rows = start.names();
    }

    /** {@return the plan that applies the revisions, each after all that it needs} */
    Plan up(BitSet revisions) {
        for (int node : nodes.order()) {
            if (revisions.get(node)) {
                SortedNames after = rows;
                for (int need : nodes.needs().down(node)) {
                    after = after.minus(nodes.id(need));
                }
                add(node, Direction.UPGRADE, after.plus(nodes.id(node)));
            }
        }
        return plan();
    }

    /** {@return the plan that downgrades the revisions, each before all that it needs} */
    Plan down(BitSet revisions) {
        int[] cover = cover();
        int[] order = nodes.order();
        for (int i = order.length - 1; i >= 0; i--) {
            if (revisions.get(order[i])) {
                add(order[i], Direction.DOWNGRADE, uncovered(order[i], cover));
            }
        }
        return plan();
    }

    /** {@return for each revision how many applied ones need it} */
    private int[] cover() {
        BitSet applied = start.applied();
        int[] cover = new int[nodes.size()];
        for (int node = applied.nextSetBit(0); node >= 0; node = applied.nextSetBit(node + 1)) {
            for (int need : nodes.needs().down(node)) {
                cover[need]++;
            }
        }
        return cover;
    }

    private SortedNames uncovered(int node, int[] cover) {
        SortedNames after = rows.minus(nodes.id(node));
        for (int need : nodes.needs().down(node)) {
            if (--cover[need] == 0) {
                after = after.plus(nodes.id(need));
            }
        }
        return after;
    }

    private void add(int node, Direction direction, SortedNames after) {
        steps.add(new Step(nodes.revision(node), direction, rows, after));
        rows = after;
    }

    private Plan plan() {
        return new Plan(start.names(), steps, rows);
    }
}
