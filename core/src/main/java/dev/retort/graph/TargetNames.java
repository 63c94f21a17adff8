/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.internal.graph.Edges;
import dev.retort.internal.graph.Listing;
import dev.retort.internal.graph.NearNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolves named targets. */
final class TargetNames {

    /** Shorter names are found by their whole name only. */
    private static final int SHORTEST_ABBREVIATED = 4;

    private final Nodes nodes;

    TargetNames(Nodes nodes) {
        this.nodes = nodes;
    }

    /** {@return the one revision, or {@link Nodes#BELOW_BASE}} */
    int one(Target.Named target) {
        int[] many = many(target);
        if (many.length > 1) {
            throw severalHeads(target, many);
        }
        return many.length == 0 ? Nodes.BELOW_BASE : many[0];
    }

    /** {@return the one revision, which must not be the state before the first one} */
    int revision(Target.Named target) {
        int node = one(target);
        if (node == Nodes.BELOW_BASE) {
            throw new GraphException(
                    GraphError.NOT_FOUND,
                    "'" + target.text() + "' is no revision.",
                    "It means the state before the first revision.",
                    "Name a revision, a label or a head.");
        }
        return node;
    }

    /** {@return all revisions that the target resolves to, none for the base} */
    int[] many(Target.Named target) {
        BitSet lineage = lineageOf(target);
        if (target.isBase()) {
            return Nodes.NONE;
        }
        if (target.isHeads()) {
            return lineage == null ? nodes.needs().leaves() : heads(lineage);
        }
        if (target.isSymbolic()) {
            int[] heads = heads(lineage);
            if (heads.length > 1) {
                throw severalHeads(target, heads);
            }
            return heads;
        }
        return new int[] {revision(target, lineage)};
    }

    private int[] heads(@Nullable BitSet lineage) {
        int[] heads = nodes.parents().leaves();
        return lineage == null ? heads : within(heads, lineage);
    }

    static int[] within(int[] candidates, BitSet lineage) {
        BitSet found = new BitSet();
        for (int candidate : candidates) {
            if (lineage.get(candidate)) {
                found.set(candidate);
            }
        }
        return Edges.numbers(found);
    }

    /** Alembic does not say of a branch before a revision that it is ambiguous, only that it is not there. */
    private @Nullable BitSet lineageOf(Target.Named target) {
        String branch = target.branch();
        if (branch == null) {
            return null;
        }
        return nodes.lineage(branch(branch, target.isSymbolic() ? GraphError.AMBIGUOUS : GraphError.NOT_FOUND));
    }

    /** {@return the revision that a branch name (label, id or abbreviation) resolves to} */
    int branch(String name) {
        return branch(name, GraphError.AMBIGUOUS);
    }

    /** {@return the revision that a branch name resolves to} */
    int branch(String name, GraphError whenSeveral) {
        List<String> names = namesFor(name, null);
        if (names.isEmpty()) {
            throw notFound("branch", name);
        }
        if (names.size() > 1) {
            throw ambiguous(whenSeveral, name, names);
        }
        return nodes.named(names.get(0));
    }

    private int revision(Target.Named target, @Nullable BitSet lineage) {
        String name = target.name();
        int exact = nodes.named(name);
        if (exact >= 0) {
            if (lineage != null && !lineage.get(exact)) {
                throw notOnBranch(target, exact);
            }
            return exact;
        }
        List<String> names = namesFor(name, lineage);
        if (names.isEmpty()) {
            throw notFound("revision or branch", name);
        }
        if (names.size() > 1) {
            throw ambiguous(GraphError.AMBIGUOUS, name, names);
        }
        return nodes.named(names.get(0));
    }

    /** {@return the ids or labels that a name matches} */
    List<String> namesFor(String name, @Nullable BitSet lineage) {
        if (nodes.named(name) >= 0) {
            return List.of(name);
        }
        if (name.isEmpty()) {
            return List.of();
        }
        List<String> fitting = new ArrayList<>();
        for (String candidate : nodes.names()) {
            if (candidate.length() >= SHORTEST_ABBREVIATED
                    && candidate.startsWith(name)
                    && (lineage == null || lineage.get(nodes.named(candidate)))) {
                fitting.add(candidate);
            }
        }
        return fitting;
    }

    private GraphException notFound(String kind, String name) {
        String replaced = squashed(name);
        if (replaced != null) {
            return squashed(replaced, nodes.squashed().get(replaced));
        }
        return new GraphException(
                GraphError.NOT_FOUND,
                "No " + kind + " '" + name + "' exists" + NearNames.suggestion(name, nodes.names()) + ".",
                "Among " + nodes.size() + " revisions, no id or label equals it or begins with it.",
                Target.parse(name) instanceof Target.Relative
                        ? "Name a revision: only `upgrade`, `downgrade` and `history` count steps."
                        : "Check the name; `history` lists all revisions.");
    }

    /** {@return the replaced revision that a name means; {@code null} for none, or when it could be several} */
    private @Nullable String squashed(String name) {
        if (nodes.squashed().containsKey(name)) {
            return name;
        }
        List<String> fitting = nodes.squashed().keySet().stream()
                .filter(id -> id.length() >= SHORTEST_ABBREVIATED && id.startsWith(name))
                .toList();
        return name.isEmpty() || fitting.size() != 1 ? null : fitting.get(0);
    }

    private static GraphException squashed(String name, @Nullable String into) {
        return new GraphException(
                GraphError.NOT_FOUND,
                "Revision '" + name + "' is squashed into '" + into + "'.",
                "A database is before '" + into + "' or at it, and nowhere between.",
                "Name '" + into + "', or the revision before it.");
    }

    private GraphException ambiguous(GraphError error, String name, List<String> names) {
        return new GraphException(
                        error,
                        "'" + name + "' is ambiguous.",
                        "It is a prefix of " + Listing.of(names) + ".",
                        "Add characters until it is unique.")
                .about(idsOf(names));
    }

    private List<String> idsOf(List<String> names) {
        List<String> ids = new ArrayList<>();
        for (String name : names) {
            ids.add(nodes.id(nodes.named(name)));
        }
        return ids;
    }

    private GraphException notOnBranch(Target.Named target, int node) {
        return new GraphException(
                        GraphError.NOT_ON_BRANCH,
                        "Revision '" + nodes.id(node) + "' is not on branch '" + target.branch() + "'.",
                        "Neither descends from the other.",
                        "Name '" + nodes.id(node) + "' without the branch, or a revision of the branch.")
                .about(nodes.ids(node));
    }

    private GraphException severalHeads(Target.Named target, int[] heads) {
        return new GraphException(
                        GraphError.MULTIPLE_HEADS,
                        "'" + target.text() + "' matches several heads: " + Listing.of(nodes.ids(heads)) + ".",
                        "The command takes one revision.",
                        "Name one of them, use '<branch>@head' for one branch or 'heads' for all, or join them with"
                                + " `merge`.")
                .about(nodes.ids(heads));
    }
}
