/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.internal.graph.Listing;
import java.util.ArrayList;
import java.util.List;

/** Finds the parents and dependencies of a revision that is about to be written. */
final class NewRevisions {

    private final Nodes nodes;
    private final TargetNames targetNames;

    NewRevisions(Nodes nodes, TargetNames targetNames) {
        this.nodes = nodes;
        this.targetNames = targetNames;
    }

    /** {@return where a revision goes: its parents and dependencies} */
    NewRevision place(List<String> targets, boolean splice, List<String> dependsOn) {
        return new NewRevision(parents(targets, splice), dependencies(dependsOn));
    }

    /** {@return the parents, each of which must be a head unless the new revision may create a branch} */
    private List<String> parents(List<String> targets, boolean splice) {
        List<String> parents = new ArrayList<>();
        for (String target : targets) {
            for (int node : targetNames.many(Target.Named.of(target))) {
                if (parents.contains(nodes.id(node))) {
                    throw twice(nodes.id(node));
                }
                parents.add(nodes.id(node));
            }
        }
        for (String parent : parents) {
            if (!splice && nodes.parents().up(nodes.withId(parent)).length > 0) {
                throw notHead(parent);
            }
        }
        return parents;
    }

    /** {@return the dependencies, where a label stays a label, so that it follows the revision that has it} */
    private List<String> dependencies(List<String> names) {
        List<String> dependencies = new ArrayList<>();
        for (String name : names) {
            dependencies.add(nodes.isLabel(name) ? name : dependency(name));
        }
        return dependencies;
    }

    private String dependency(String name) {
        int node = targetNames.one(Target.Named.of(name));
        if (node == Nodes.BELOW_BASE) {
            throw new GraphException(
                    GraphError.NOT_FOUND,
                    "'" + name + "' is not a revision to depend on.",
                    "It means the state before the first revision.",
                    "Name a revision, or leave the dependency out.");
        }
        return nodes.id(node);
    }

    private static GraphException twice(String id) {
        return new GraphException(
                        GraphError.DUPLICATE_HEAD,
                        "'" + id + "' is named twice as a parent.",
                        "A revision has each parent once.",
                        "Name it once.")
                .about(List.of(id));
    }

    private GraphException notHead(String id) {
        List<String> children = nodes.ids(nodes.parents().up(nodes.withId(id)));
        return new GraphException(
                        GraphError.NOT_HEAD,
                        "'" + id + "' is not a head.",
                        "It is already the parent of " + Listing.of(children) + "; a new child creates a branch.",
                        "Start at a head, or pass `--splice` to create the branch on purpose.")
                .about(List.of(id));
    }
}
