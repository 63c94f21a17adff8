/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.internal.graph.Cycle;
import dev.retort.internal.graph.Edges;
import dev.retort.internal.graph.Listing;
import dev.retort.internal.graph.NearNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Converts revisions to {@link Nodes}, or reports why they do not form a graph. */
final class GraphLoader {

    private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

    private final List<Revision> revisions;
    private final Map<String, String> squashed;
    private final Map<String, Integer> names;
    private final MissingReferences missing = new MissingReferences();
    private boolean hasDependencies;

    private GraphLoader(Collection<Revision> revisions, Map<String, String> squashed) {
        this.revisions = List.copyOf(revisions);
        this.squashed = Map.copyOf(squashed);
        this.names = new HashMap<>(2 * this.revisions.size());
    }

    static Nodes load(Collection<Revision> revisions, Map<String, String> squashed) {
        return new GraphLoader(revisions, squashed).load();
    }

    private Nodes load() {
        nameIds();
        nameLabels();
        int[][] parents = parents();
        int[][] needs = needs(parents);
        missing.refuse();
        Edges lineage = new Edges(parents);
        Nodes nodes = new Nodes(
                revisions, names, squashed, new Nodes.Links(lineage, hasDependencies ? new Edges(needs) : lineage));
        if (nodes.order().length < nodes.size()) {
            throw cycle(nodes, Cycle.path(nodes.needs(), nodes.order()));
        }
        return nodes;
    }

    private static GraphException cycle(Nodes nodes, int[] path) {
        List<String> ids = nodes.ids(path);
        boolean ofParents = nodes.parents().contain(path);
        String fields = ofParents ? "down_revision" : "down_revision and depends_on";
        return new GraphException(
                        ofParents ? GraphError.CYCLE : GraphError.DEPENDENCY_CYCLE,
                        "The revisions form a cycle: " + String.join(" -> ", ids) + " -> " + ids.get(0) + ".",
                        "By " + fields + " each of them depends on the next, so none can run first.",
                        "Correct the " + fields + " of the revision that should not depend on the next.")
                .about(ids);
    }

    private void nameIds() {
        for (int node = 0; node < revisions.size(); node++) {
            String id = revisions.get(node).id();
            checkId(id);
            Integer other = names.putIfAbsent(id, node);
            if (other != null) {
                throw doubledId(other, node);
            }
        }
        squashed.forEach((replaced, into) -> {
            if (names.containsKey(replaced)) {
                throw stillThere(replaced, into);
            }
        });
    }

    private static GraphException stillThere(String replaced, String into) {
        return new GraphException(
                        GraphError.DUPLICATE_REVISION,
                        "Revision '" + replaced + "' is there, and '" + into + "' replaces it.",
                        "A squashed revision and the revisions that it replaces cannot be in one graph: their"
                                + " statements would run twice.",
                        "Delete '" + replaced + "', or take '" + into + "' out and restore all that it replaces.")
                .about(List.of(replaced, into));
    }

    private static void checkId(String id) {
        boolean usable = !id.isEmpty() && !RESERVED.contains(id);
        for (int i = 0; usable && i < id.length(); i++) {
            char c = id.charAt(i);
            usable = c != '@' && c != '-' && c != '+' && c != ':';
        }
        if (!usable) {
            throw new GraphException(
                            GraphError.INVALID_ID,
                            "The revision id '" + id + "' cannot be used.",
                            "An id must not be empty, must not contain @ - + or :, and must not be 'head', 'heads',"
                                    + " 'base' or 'current': targets use these.",
                            "Change the id, also where other revisions refer to it.")
                    .about(List.of(id));
        }
    }

    private GraphException doubledId(int first, int second) {
        String id = revisions.get(first).id();
        return new GraphException(
                        GraphError.DUPLICATE_REVISION,
                        "Two revisions have the id '" + id + "'.",
                        "They are number " + (first + 1) + " (" + parentage(first) + ") and number " + (second + 1)
                                + " (" + parentage(second) + ") of " + revisions.size() + " in load order.",
                        "Delete one of them, or give it a new id.")
                .about(List.of(id));
    }

    private String parentage(int node) {
        List<String> parents = revisions.get(node).downRevisions();
        return parents.isEmpty() ? "a base" : "child of " + Listing.of(parents);
    }

    private void nameLabels() {
        for (int node = 0; node < revisions.size(); node++) {
            for (String label : revisions.get(node).branchLabels()) {
                Integer other = names.putIfAbsent(label, node);
                if (other != null && !isRepeated(label, other, node)) {
                    throw doubledLabel(label, other, node);
                }
            }
        }
    }

    /** One revision may list a label twice: it is still one label. */
    private boolean isRepeated(String label, int first, int second) {
        return first == second && !revisions.get(first).id().equals(label);
    }

    private GraphException doubledLabel(String label, int first, int second) {
        String owner = revisions.get(first).id();
        String bearer = revisions.get(second).id();
        return new GraphException(
                        GraphError.DUPLICATE_LABEL,
                        "The branch label '" + label + "' of revision '" + bearer + "' is taken.",
                        owner.equals(label)
                                ? "A revision has it as its id."
                                : "Revision '" + owner + "' has it, and a label belongs to one revision.",
                        "Choose another label for '" + bearer + "'.")
                .about(List.of(owner, bearer));
    }

    private int[][] parents() {
        int[][] parents = new int[revisions.size()][];
        for (int node = 0; node < parents.length; node++) {
            List<String> ids = revisions.get(node).downRevisions();
            int[] found = ids.isEmpty() ? Nodes.NONE : new int[ids.size()];
            int length = 0;
            for (int i = 0; i < ids.size(); i++) {
                length = append(found, length, parent(node, ids.get(i)));
            }
            parents[node] = length == found.length ? found : Arrays.copyOf(found, length);
        }
        return parents;
    }

    private int parent(int node, String id) {
        Integer parent = names.get(id);
        if (parent == null || !revisions.get(parent).id().equals(id)) {
            missing.add(revisions.get(node), "down_revision", id);
            return Nodes.UNKNOWN;
        }
        if (parent == node) {
            throw selfLoop(GraphError.SELF_LOOP, id, "down_revision");
        }
        return parent;
    }

    private int[][] needs(int[][] parents) {
        int[][] needs = new int[parents.length][];
        for (int node = 0; node < needs.length; node++) {
            List<String> dependencies = revisions.get(node).dependsOn();
            needs[node] = dependencies.isEmpty() ? parents[node] : withDependencies(node, parents[node]);
        }
        return needs;
    }

    private int[] withDependencies(int node, int[] parents) {
        hasDependencies = true;
        List<String> names = revisions.get(node).dependsOn();
        int[] needs = Arrays.copyOf(parents, parents.length + names.size());
        int length = parents.length;
        for (int i = 0; i < names.size(); i++) {
            length = append(needs, length, dependency(node, names.get(i)));
        }
        return Arrays.copyOf(needs, length);
    }

    private int dependency(int node, String name) {
        Integer dependency = names.get(name);
        if (dependency == null) {
            missing.add(revisions.get(node), "depends_on", name);
            return Nodes.UNKNOWN;
        }
        if (dependency == node) {
            throw selfLoop(GraphError.DEPENDENCY_SELF_LOOP, revisions.get(node).id(), "depends_on");
        }
        return dependency;
    }

    private static int append(int[] nodes, int length, int node) {
        for (int i = 0; i < length; i++) {
            if (nodes[i] == node) {
                return length;
            }
        }
        if (node < 0) {
            return length;
        }
        nodes[length] = node;
        return length + 1;
    }

    private static GraphException selfLoop(GraphError error, String id, String field) {
        return new GraphException(
                        error,
                        "Revision '" + id + "' names itself as its " + field + ".",
                        "A revision can only depend on other revisions.",
                        "Name the revision that comes before '" + id + "', or leave " + field + " out.")
                .about(List.of(id));
    }

    /** References to missing revisions, reported together. */
    private final class MissingReferences {

        private final List<String> bearers = new ArrayList<>();
        private final List<String> sentences = new ArrayList<>();

        void add(Revision bearer, String field, String name) {
            bearers.add(bearer.id());
            String into = squashed.get(name);
            sentences.add("Revision '" + bearer.id() + "' has " + field + " '" + name + "', which "
                    + (into != null
                            ? "is squashed into '" + into + "': name that"
                            : "does not exist" + NearNames.suggestion(name, names.keySet()))
                    + ".");
        }

        void refuse() {
            if (bearers.isEmpty()) {
                return;
            }
            throw new GraphException(
                            GraphError.MISSING_REFERENCE,
                            String.join(" ", sentences),
                            "References need whole ids; " + revisions.size() + " revisions were found.",
                            "Restore the missing revision, add its location, or correct the reference. Only the"
                                    + " commands of the application find Java revisions, in the packages of"
                                    + " retort.java-packages.")
                    .about(bearers);
        }
    }
}
