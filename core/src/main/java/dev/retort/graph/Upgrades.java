/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.internal.graph.Listing;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Plans upgrades, and reads the targets that count upwards. */
final class Upgrades {

    private final Nodes nodes;
    private final TargetNames targetNames;

    Upgrades(Nodes nodes, TargetNames targetNames) {
        this.nodes = nodes;
        this.targetNames = targetNames;
    }

    Plan plan(CurrentRows current, Target target) {
        TargetForms.refuseRange(target);
        int[] targets = target instanceof Target.Relative relative
                ? new int[] {counted(current, relative)}
                : targetNames.many((Target.Named) target);
        current.refuseOverlap();
        new Overlap(nodes).refuse(targets, "targets", "Name only the upper one.");
        BitSet steps = nodes.needs().below(targets);
        steps.andNot(current.applied());
        return new Steps(nodes, current).up(steps);
    }

    private int counted(CurrentRows current, Target.Relative target) {
        Walk walk = new Walk(nodes, target, false);
        int found = target.symbol() == null ? fromRows(current, target, walk) : fromSymbol(target, walk);
        if (found == Nodes.BELOW_BASE) {
            throw new GraphException(
                    GraphError.RELATIVE_RANGE,
                    "'" + target.text() + "' goes below the base.",
                    "An upgrade cannot reach a revision below the current one.",
                    "Name a revision above, or use `downgrade`.");
        }
        return found;
    }

    /**
     * {@return the revision so many steps from a named one; the branch chooses ways up, and names the start of ways
     * down}
     */
    int fromSymbol(Target.Relative target, Walk walk) {
        if (target.steps() > 0) {
            return walk.up(targetNames.one(target.start()), target.steps(), lineage(target.branch()));
        }
        return walk.down(targetNames.one(target.startInBranch()), -target.steps());
    }

    /** {@return the revision so many steps above the current rows} */
    int fromRows(CurrentRows current, Target.Relative target, Walk walk) {
        if (target.steps() <= 0) {
            throw new GraphException(
                    GraphError.RELATIVE_RANGE,
                    "'" + target.text() + "' does not go up.",
                    "An upgrade counts up from the current row.",
                    "Use +N with N of at least 1, or `downgrade` to go down.");
        }
        BitSet lineage = lineage(target.branch());
        int[] starts = lineage == null ? current.rows() : startsWithin(current, lineage);
        if (starts.length > 1) {
            throw new GraphException(
                            GraphError.AMBIGUOUS_WALK,
                            "'" + target.text() + "' can count from several revisions.",
                            "The database is at " + Listing.of(nodes.ids(starts)) + ".",
                            "Choose a branch with '<branch>@+" + target.steps() + "', or name the revision.")
                    .about(nodes.ids(starts));
        }
        return walk.up(starts.length == 0 ? Nodes.BELOW_BASE : starts[0], target.steps(), lineage);
    }

    /** {@return the rows of the lineage, or else its highest applied revisions} */
    private int[] startsWithin(CurrentRows current, BitSet lineage) {
        int[] rows = TargetNames.within(current.rows(), lineage);
        if (rows.length > 0) {
            return rows;
        }
        BitSet applied = (BitSet) current.applied().clone();
        applied.and(lineage);
        return nodes.needs().leaves(applied);
    }

    private @Nullable BitSet lineage(@Nullable String branch) {
        return branch == null ? null : nodes.lineage(targetNames.branch(branch));
    }
}
