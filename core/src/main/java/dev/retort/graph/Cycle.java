/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A cycle among the revisions that the topological order omits. */
final class Cycle {

    private final Nodes nodes;
    private final BitSet keptBack;

    Cycle(Nodes nodes) {
        this.nodes = nodes;
        this.keptBack = new BitSet(nodes.size());
        keptBack.set(0, nodes.size());
        for (int node : nodes.order()) {
            keptBack.clear(node);
        }
    }

    GraphException refusal() {
        int[] path = path();
        List<String> ids = new ArrayList<>(nodes.ids(path));
        boolean ofParents = isOfParents(path);
        String fields = ofParents ? "down_revision" : "down_revision and depends_on";
        return new GraphException(
                        ofParents ? GraphError.CYCLE : GraphError.DEPENDENCY_CYCLE,
                        "The revisions form a cycle: " + String.join(" -> ", ids) + " -> " + ids.get(0) + ".",
                        "By " + fields + " each of them depends on the next, so none can run first.",
                        "Correct the " + fields + " of the revision that should not depend on the next.")
                .about(ids);
    }

    /** Every omitted revision needs another omitted one: going down reaches one a second time. */
    private int[] path() {
        int[] path = new int[nodes.size()];
        int[] positions = new int[nodes.size()];
        Arrays.fill(positions, -1);
        int node = keptBack.nextSetBit(0);
        int length = 0;
        while (positions[node] < 0) {
            positions[node] = length;
            path[length++] = node;
            node = nextKeptBack(node);
        }
        return Arrays.copyOfRange(path, positions[node], length);
    }

    private int nextKeptBack(int node) {
        for (int need : nodes.needs().down(node)) {
            if (keptBack.get(need)) {
                return need;
            }
        }
        throw new IllegalStateException("Revision " + nodes.id(node) + " was kept back without a reason");
    }

    private boolean isOfParents(int[] path) {
        for (int i = 0; i < path.length; i++) {
            if (!contains(nodes.parents().down(path[i]), path[(i + 1) % path.length])) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(int[] values, int wanted) {
        for (int value : values) {
            if (value == wanted) {
                return true;
            }
        }
        return false;
    }
}
