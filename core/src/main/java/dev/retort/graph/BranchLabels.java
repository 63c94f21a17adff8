/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which revisions a label belongs to: the one that carries it, all its descendants, and its ancestors down to, not
 * including, the nearest branch point or merge point.
 */
final class BranchLabels {

    private final Nodes nodes;

    BranchLabels(Nodes nodes) {
        this.nodes = nodes;
    }

    /** {@return the revisions that the labels of this one belong to} */
    BitSet reach(int carrier) {
        BitSet reach = nodes.parents().above(carrier);
        int node = carrier;
        while (node != Nodes.BELOW_BASE && isPlain(node)) {
            reach.set(node);
            int[] parents = nodes.parents().down(node);
            node = parents.length == 0 ? Nodes.BELOW_BASE : parents[0];
        }
        return reach;
    }

    private boolean isPlain(int node) {
        return nodes.needs().up(node).length < 2 && nodes.parents().down(node).length < 2;
    }

    /** {@return every labelled revision with the labels that belong to it} */
    Map<String, Set<String>> byRevision() {
        Map<String, Set<String>> result = new LinkedHashMap<>();
        for (int carrier = 0; carrier < nodes.size(); carrier++) {
            List<String> labels = nodes.revision(carrier).branchLabels();
            if (!labels.isEmpty()) {
                for (int node : Edges.numbers(reach(carrier))) {
                    result.computeIfAbsent(nodes.id(node), id -> new TreeSet<>())
                            .addAll(labels);
                }
            }
        }
        return result;
    }

    /** {@return the revisions that carry labels which belong to this one, one entry for each label} */
    List<Integer> carriers(int node) {
        List<Integer> carriers = new ArrayList<>();
        for (int carrier = 0; carrier < nodes.size(); carrier++) {
            int labels = nodes.revision(carrier).branchLabels().size();
            if (labels > 0 && reach(carrier).get(node)) {
                for (int label = 0; label < labels; label++) {
                    carriers.add(carrier);
                }
            }
        }
        return carriers;
    }
}
