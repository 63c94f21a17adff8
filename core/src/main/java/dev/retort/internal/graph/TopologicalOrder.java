/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.graph;

import java.util.Arrays;
import java.util.BitSet;

/** Puts every revision after all that it needs, and of several that could come next the first in load order. */
public final class TopologicalOrder {

    private final Edges needs;
    private final int[] open;
    private final BitSet ready;
    private int firstReady;

    private TopologicalOrder(Edges needs) {
        this.needs = needs;
        this.open = new int[needs.size()];
        this.ready = new BitSet(needs.size());
        for (int node = 0; node < open.length; node++) {
            open[node] = needs.down(node).length;
            if (open[node] == 0) {
                ready.set(node);
            }
        }
    }

    /** {@return the revisions in order; shorter than the graph when a cycle keeps some of them back} */
    public static int[] of(Edges needs) {
        return new TopologicalOrder(needs).order();
    }

    private int[] order() {
        int[] order = new int[open.length];
        int length = 0;
        for (int node = ready.nextSetBit(0); node >= 0; node = ready.nextSetBit(firstReady)) {
            ready.clear(node);
            order[length++] = node;
            firstReady = node + 1;
            release(node);
        }
        return length == order.length ? order : Arrays.copyOf(order, length);
    }

    private void release(int node) {
        for (int above : needs.up(node)) {
            if (--open[above] == 0) {
                ready.set(above);
                firstReady = Math.min(firstReady, above);
            }
        }
    }
}
