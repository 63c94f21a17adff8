/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.graph;

import java.util.Arrays;
import java.util.BitSet;

/** A cycle among the revisions that the topological order omits. */
public final class Cycle {

    private final Edges needs;
    private final BitSet keptBack;

    private Cycle(Edges needs, int[] order) {
        this.needs = needs;
        this.keptBack = new BitSet(needs.size());
        keptBack.set(0, needs.size());
        for (int node : order) {
            keptBack.clear(node);
        }
    }

    /**
     * Finds a cycle.
     *
     * @param needs the edges
     * @param order their topological order, which is shorter than the graph
     * @return its revisions, each of which needs the next, and the last the first
     */
    public static int[] path(Edges needs, int[] order) {
        return new Cycle(needs, order).path();
    }

    /** Every omitted revision needs another omitted one: going down reaches one a second time. */
    private int[] path() {
        int[] path = new int[needs.size()];
        int[] positions = new int[needs.size()];
        Arrays.fill(positions, -1);
        int node = keptBack.nextSetBit(0);
        int length = 0;
        while (positions[node] < 0) {
            positions[node] = length;
            path[length++] = node;
            node = nextPending(node);
        }
        return Arrays.copyOfRange(path, positions[node], length);
    }

    private int nextPending(int node) {
        for (int need : needs.down(node)) {
            if (keptBack.get(need)) {
                return need;
            }
        }
        throw new IllegalStateException("Revision number " + node + " was kept back without a reason");
    }
}
