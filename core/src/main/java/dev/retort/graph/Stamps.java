/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.internal.graph.Edges;
import dev.retort.internal.graph.SortedNames;
import java.util.BitSet;
import java.util.List;

/** Finds the version rows after stamping: removes rows related to a target and adds the targets. */
final class Stamps {

    private final Nodes nodes;
    private final TargetNames targetNames;

    Stamps(Nodes nodes, TargetNames targetNames) {
        this.nodes = nodes;
        this.targetNames = targetNames;
    }

    SortedNames rows(CurrentRows current, List<Target> targets) {
        Stamp stamp = new Stamp();
        for (Target target : targets) {
            stamp.add(named(target));
        }
        int[] added = Edges.numbers(stamp.added);
        new Overlap(nodes).refuse(added, "targets", "Stamp the upper one alone: it includes the other.");
        SortedNames rows = SortedNames.of(nodes.ids(added));
        for (int row : current.rows()) {
            if (!stamp.removes(row)) {
                rows = rows.plus(nodes.id(row));
            }
        }
        return rows;
    }

    private static Target.Named named(Target target) {
        TargetForms.refuseRange(target);
        if (target instanceof Target.Named named) {
            return named;
        }
        throw new GraphException(
                GraphError.NOT_FOUND,
                "'" + target.text() + "' cannot be stamped.",
                "It counts steps, and a stamp takes only the names of revisions.",
                "Name the revision itself.");
    }

    /** The rows that the targets add and remove. */
    private final class Stamp {

        private final BitSet added = new BitSet();
        private final BitSet removed = new BitSet();

        void add(Target.Named target) {
            if (target.isBase()) {
                removeAbove(target);
                return;
            }
            int[] found = targetNames.many(target);
            for (int node : found) {
                added.set(node);
            }
            removeRelated(found);
        }

        private void removeAbove(Target.Named base) {
            if (base.branch() == null) {
                removed.set(0, nodes.size());
            } else {
                removeRelated(targetNames.branch(base.branch()));
            }
        }

        private void removeRelated(int... found) {
            removed.or(nodes.needs().below(found));
            removed.or(nodes.needs().above(found));
        }

        boolean removes(int row) {
            return removed.get(row);
        }
    }
}
