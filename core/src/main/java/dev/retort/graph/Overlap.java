/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import java.util.BitSet;

/** Finds, among revisions of which none should be an ancestor of another, one that is. */
final class Overlap {

    private final Nodes nodes;

    Overlap(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Refuses revisions of which one is an ancestor of another. */
    void refuse(int[] members, String kind, String action) {
        if (members.length < 2) {
            return;
        }
        BitSet below = nodes.needs().below(members);
        for (int member : members) {
            if (nodes.needs().isBelowAny(member, below)) {
                int upper = upper(member, members);
                throw new GraphException(
                                GraphError.OVERLAP,
                                "The " + kind + " '" + nodes.id(upper) + "' and '" + nodes.id(member) + "' overlap.",
                                "'" + nodes.id(upper) + "' depends on '" + nodes.id(member) + "' and includes it.",
                                action)
                        .about(nodes.ids(upper, member));
            }
        }
    }

    private int upper(int member, int[] members) {
        BitSet above = nodes.needs().above(member);
        for (int other : members) {
            if (other != member && above.get(other)) {
                return other;
            }
        }
        throw new IllegalStateException("No revision depends on " + nodes.id(member));
    }
}
