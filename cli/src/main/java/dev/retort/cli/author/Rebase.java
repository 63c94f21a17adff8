/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.author;

import dev.retort.error.RetortException;
import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A branch that moves to another parent: the ancestors of a revision that are not ancestors of the new parent.
 *
 * @param graph the graph before the move
 * @param first the revision of the branch whose parent changes
 * @param onto the id of its new parent
 */
public record Rebase(RevisionGraph graph, Revision first, String onto) {

    public static Rebase of(RevisionGraph graph, Revision moved, Revision onto) {
        Set<String> kept = graph.lineage(onto.id());
        List<Revision> firsts = new ArrayList<>();
        for (String id : graph.lineage(moved.id())) {
            boolean leaves = !kept.contains(id) && !hasParentInBranch(graph.get(id), kept);
            if (leaves) {
                firsts.add(graph.get(id));
            }
        }
        if (firsts.isEmpty()) {
            throw new RetortException(
                    "Revision " + moved.id() + " cannot be moved onto " + onto.id() + ".",
                    onto.id() + " is already among its descendants.",
                    "Name a revision of another branch; `graph` shows them.");
        }
        if (firsts.size() > 1) {
            throw notOne(moved, firsts.stream().map(Revision::id).toList());
        }
        return new Rebase(graph, firsts.get(0), onto.id());
    }

    private static boolean hasParentInBranch(Revision revision, Set<String> kept) {
        return !kept.containsAll(revision.downRevisions());
    }

    private static RetortException notOne(Revision moved, List<String> firsts) {
        return new RetortException(
                "The branch of " + moved.id() + " has several first revisions.",
                "It starts at " + String.join(" and ", firsts) + ", which a merge joins.",
                "Name the one to move.");
    }

    /** Refuses a move that would change more of the branch than its first parent. */
    public void check() {
        if (first.downRevisions().equals(List.of(onto))) {
            throw new RetortException(
                    "There is no revision to move.",
                    "Revision " + first.id() + " follows " + onto + " already.",
                    "Name another revision with --onto.");
        }
        if (first.downRevisions().size() > 1) {
            throw new RetortException(
                    "Revision " + first.id() + " cannot be moved.",
                    "It is a merge of " + String.join(" and ", first.downRevisions()) + ".",
                    "Join the heads with `merge`.");
        }
        List<Revision> changed = new ArrayList<>();
        for (Revision revision : graph.revisions()) {
            changed.add(
                    revision.equals(first)
                            ? new Revision(first.id(), List.of(onto), first.branchLabels(), first.dependsOn())
                            : revision);
        }
        RevisionGraph.of(changed);
    }
}
