/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.internal.graph.Listing;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Plans downgrades: downgrades every applied revision that descends from a child of the target. */
final class Downgrades {

    private final Nodes nodes;
    private final TargetNames targetNames;

    Downgrades(Nodes nodes, TargetNames targetNames) {
        this.nodes = nodes;
        this.targetNames = targetNames;
    }

    Plan plan(CurrentRows current, Target target) {
        TargetForms.refuseRange(target);
        Destination destination = destination(current, target);
        BitSet steps = nodes.needs().above(roots(destination));
        steps.and(current.applied());
        boolean stays = destination.node() == Nodes.BELOW_BASE || current.isRow(destination.node());
        if (steps.isEmpty() && !stays) {
            throw notAnAncestor(destination, current);
        }
        current.refuseOverlap();
        if (!steps.isEmpty() && destination.branch() != null) {
            targetNames.branch(destination.branch(), GraphError.NOT_FOUND);
        }
        return new Steps(nodes, current).down(steps);
    }

    /** The end of a downgrade, and its branch if several begin there. */
    private record Destination(
            String text, int node, @Nullable String branch) {}

    private Destination destination(CurrentRows current, Target target) {
        if (target instanceof Target.Relative relative) {
            return relative.symbol() == null ? fromRows(current, relative) : fromSymbol(relative);
        }
        Target.Named named = (Target.Named) target;
        int node = targetNames.one(new Target.Named(named.text(), null, named.name()));
        return new Destination(named.text(), node, named.branch());
    }

    private Destination fromSymbol(Target.Relative target) {
        int node = new Upgrades(nodes, targetNames).fromSymbol(target, new Walk(nodes, target, false));
        if (node == Nodes.BELOW_BASE && target.steps() == 0) {
            throw noStepsDown(target);
        }
        return new Destination(target.text(), node, target.branch());
    }

    private Destination fromRows(CurrentRows current, Target.Relative target) {
        String branch = target.branch();
        if (target.steps() >= 0) {
            throw noStepsDown(target);
        }
        int start = branch == null ? onlyRow(current, target) : rowOnBranch(current, target, branch);
        int node = new Walk(nodes, target, false).down(start, -target.steps());
        return new Destination(target.text(), node, branch == null ? nodes.id(start) : branch);
    }

    private int onlyRow(CurrentRows current, Target.Relative target) {
        int[] rows = current.rows();
        if (rows.length == 0) {
            throw new GraphException(
                    GraphError.RELATIVE_RANGE,
                    "'" + target.text() + "' goes beyond the revision graph.",
                    "The database is at the base: no revision is applied.",
                    "There is nothing to downgrade.");
        }
        if (rows.length > 1) {
            refuseRowsThatLeaveTheTarget(rows, target);
            throw severalStarts(target, rows);
        }
        return rows[0];
    }

    /** The number is too high for every row: this is more specific than an ambiguous row. */
    private void refuseRowsThatLeaveTheTarget(int[] rows, Target.Relative target) {
        GraphException leadsOff = null;
        for (int row : rows) {
            try {
                new Walk(nodes, target, false).down(row, -target.steps());
                return;
            } catch (GraphException e) {
                if (e.error() != GraphError.RELATIVE_RANGE) {
                    return;
                }
                leadsOff = e;
            }
        }
        if (leadsOff != null) {
            throw leadsOff;
        }
    }

    /** {@return the one row in the branch's lineage, or else the one applied tip in it that a dependency covers} */
    private int rowOnBranch(CurrentRows current, Target.Relative target, String branch) {
        BitSet lineage = nodes.lineage(targetNames.branch(branch));
        int[] starts = TargetNames.within(current.rows(), lineage);
        if (starts.length == 0) {
            starts = TargetNames.within(nodes.parents().leaves(current.applied()), lineage);
        }
        if (starts.length == 0) {
            throw new GraphException(
                    GraphError.RANGE,
                    "'" + target.text() + "' has no revision to count from.",
                    "Neither a current row nor the applied tip of another branch is on branch '" + branch + "'.",
                    "Name the target revision; `current` shows the revisions of the database.");
        }
        if (starts.length > 1) {
            throw severalStarts(target, starts);
        }
        return starts[0];
    }

    private GraphException severalStarts(Target.Relative target, int[] starts) {
        return new GraphException(
                        GraphError.AMBIGUOUS_WALK,
                        "'" + target.text() + "' can count from several revisions.",
                        "The database is at " + Listing.of(nodes.ids(starts)) + ".",
                        "Choose one with '<revision>@" + target.steps() + "', or name the target revision.")
                .about(nodes.ids(starts));
    }

    private static GraphException noStepsDown(Target.Relative target) {
        return new GraphException(
                GraphError.RELATIVE_RANGE,
                "'" + target.text() + "' does not go down.",
                "A downgrade counts down, from the current row or from a named revision.",
                "Use -N with N of at least 1, or `upgrade` to go up.");
    }

    private int[] roots(Destination destination) {
        int node = destination.node();
        int[] roots = node == Nodes.BELOW_BASE
                ? nodes.parents().roots()
                : nodes.parents().up(node);
        if (destination.branch() == null || roots.length < 2) {
            return roots;
        }
        int branch = targetNames.branch(destination.branch(), GraphError.NOT_FOUND);
        int[] kept = TargetNames.within(roots, nodes.parents().below(branch));
        if (kept.length == 0) {
            throw new GraphException(
                    GraphError.RANGE,
                    "'" + destination.text() + "' is not a target for a downgrade.",
                    "None of " + Listing.of(nodes.ids(roots)) + " leads to branch '" + destination.branch() + "'.",
                    "Name an ancestor of the branch, or omit the branch.");
        }
        return kept;
    }

    private GraphException notAnAncestor(Destination destination, CurrentRows current) {
        String rows = current.rows().length == 0 ? "the base" : Listing.of(nodes.ids(current.rows()));
        return new GraphException(
                        GraphError.RANGE,
                        "'" + nodes.id(destination.node()) + "' is not below the current revisions.",
                        "The database is at " + rows + ", and no applied revision is a child of it.",
                        "Name a revision that `history -i` shows below a current one.")
                .about(nodes.ids(destination.node()));
    }
}
