/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.internal.graph.Edges;
import dev.retort.internal.graph.NearNames;
import dev.retort.internal.graph.TopologicalOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The loaded graph in numbers: revisions by load order, names, parents, needs. Checked by {@link GraphLoader}. */
final class Nodes {

    /** In place of a revision: the state before the first one. */
    static final int BELOW_BASE = -1;

    static final int UNKNOWN = -2;

    static final int[] NONE = {};

    private final List<Revision> revisions;
    private final Map<String, Integer> names;
    private final Map<String, String> squashed;
    private final Edges parents;
    private final Edges needs;
    private final int[] order;

    /**
     * The edges.
     *
     * @param parents of {@code down_revision}
     * @param needs of {@code down_revision} and {@code depends_on} together
     */
    record Links(Edges parents, Edges needs) {}

    Nodes(List<Revision> revisions, Map<String, Integer> names, Map<String, String> squashed, Links links) {
        this.revisions = revisions;
        this.names = names;
        this.squashed = squashed;
        this.parents = links.parents();
        this.needs = links.needs();
        this.order = TopologicalOrder.of(needs);
    }

    /** {@return for each revision that a squashed revision replaces, the id of that one} */
    Map<String, String> squashed() {
        return squashed;
    }

    int size() {
        return revisions.size();
    }

    List<Revision> revisions() {
        return revisions;
    }

    Revision revision(int node) {
        return revisions.get(node);
    }

    String id(int node) {
        return revisions.get(node).id();
    }

    /** {@return the edges of {@code down_revision}} */
    Edges parents() {
        return parents;
    }

    /** {@return the edges of {@code down_revision} and {@code depends_on} together} */
    Edges needs() {
        return needs;
    }

    /** {@return every revision after all that it needs; shorter than the graph if there is a cycle} */
    int[] order() {
        return order;
    }

    /** {@return the revision with exactly this id or label, or {@link #UNKNOWN}} */
    int named(String name) {
        Integer node = names.get(name);
        return node == null ? UNKNOWN : node;
    }

    /** {@return the revision with exactly this id, or {@link #UNKNOWN}: a label is no id} */
    int withId(String id) {
        int node = named(id);
        return node >= 0 && id(node).equals(id) ? node : UNKNOWN;
    }

    /** {@return the revision with exactly this id, which must exist} */
    int require(String id) {
        int node = withId(id);
        if (node < 0) {
            throw new GraphException(
                    GraphError.NOT_FOUND,
                    "No revision '" + id + "' exists" + NearNames.suggestion(id, names()) + ".",
                    "No id among " + size() + " is equal to it.",
                    "Check the id; `history` lists all revisions.");
        }
        return node;
    }

    boolean isLabel(String name) {
        return named(name) >= 0 && withId(name) < 0;
    }

    /** {@return all revisions that are reachable from the revision by parents only, upwards or downwards} */
    BitSet lineage(int node) {
        BitSet lineage = parents.below(node);
        lineage.or(parents.above(node));
        return lineage;
    }

    /** {@return ids and labels, revision by revision in load order} */
    Collection<String> names() {
        Set<String> result = new LinkedHashSet<>(2 * names.size());
        for (Revision revision : revisions) {
            result.add(revision.id());
            result.addAll(revision.branchLabels());
        }
        return result;
    }

    List<String> ids(int... nodes) {
        List<String> result = new ArrayList<>(nodes.length);
        for (int node : nodes) {
            result.add(id(node));
        }
        return List.copyOf(result);
    }

    /** {@return the ids of a set of revisions, in load order} */
    List<String> ids(BitSet nodes) {
        return ids(Edges.numbers(nodes));
    }

    List<Revision> revisions(int... nodes) {
        List<Revision> result = new ArrayList<>(nodes.length);
        for (int node : nodes) {
            result.add(revision(node));
        }
        return List.copyOf(result);
    }
}
