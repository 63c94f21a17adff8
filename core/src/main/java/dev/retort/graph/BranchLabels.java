/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.internal.graph.SortedNames;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which revisions a label belongs to: the one that has it, all its descendants, and its ancestors down to, not
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
            node = onlyParent(node);
        }
        return reach;
    }

    private int onlyParent(int node) {
        int[] parents = nodes.parents().down(node);
        return parents.length == 0 ? Nodes.BELOW_BASE : parents[0];
    }

    private boolean isPlain(int node) {
        return nodes.needs().up(node).length < 2 && nodes.parents().down(node).length < 2;
    }

    /** {@return every labeled revision with the labels that belong to it, in load order} */
    Map<String, Set<String>> byRevision() {
        SortedNames[] labels = inherited();
        for (int carrier = 0; carrier < nodes.size(); carrier++) {
            if (!nodes.revision(carrier).branchLabels().isEmpty()) {
                propagateToAncestors(carrier, labels);
            }
        }
        Map<String, Set<String>> result = new LinkedHashMap<>();
        for (int node = 0; node < labels.length; node++) {
            if (!labels[node].isEmpty()) {
                result.put(nodes.id(node), labels[node]);
            }
        }
        return Collections.unmodifiableMap(result);
    }

    /** One pass from the bases up: a revision without its own labels shares the set of its parent. */
    private SortedNames[] inherited() {
        SortedNames[] labels = new SortedNames[nodes.size()];
        for (int node : nodes.order()) {
            labels[node] = SortedNames.of(nodes.revision(node).branchLabels());
            for (int parent : nodes.parents().down(node)) {
                labels[node] = labels[node].union(labels[parent]);
            }
        }
        return labels;
    }

    private void propagateToAncestors(int carrier, SortedNames[] labels) {
        SortedNames own = SortedNames.of(nodes.revision(carrier).branchLabels());
        int node = carrier;
        while (node != Nodes.BELOW_BASE && isPlain(node)) {
            labels[node] = labels[node].union(own);
            node = onlyParent(node);
        }
    }
}
