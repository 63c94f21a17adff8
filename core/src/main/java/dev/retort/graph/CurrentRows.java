/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.internal.graph.Edges;
import dev.retort.internal.graph.Listing;
import dev.retort.internal.graph.NearNames;
import dev.retort.internal.graph.SortedNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** The state of a database in the graph: its version rows and all their ancestors. */
final class CurrentRows {

    private final Nodes nodes;
    private final int[] rows;
    private final BitSet applied;

    private CurrentRows(Nodes nodes, int[] rows) {
        this.nodes = nodes;
        this.rows = rows;
        this.applied = nodes.needs().below(rows);
    }

    /** {@return the rows; a row is a whole id, never an abbreviation or a label} */
    static CurrentRows of(Nodes nodes, Collection<String> rows) {
        BitSet found = new BitSet(nodes.size());
        List<String> unknown = new ArrayList<>();
        for (String row : rows) {
            int node = nodes.withId(row);
            if (node < 0) {
                unknown.add(row);
            } else {
                found.set(node);
            }
        }
        if (!unknown.isEmpty()) {
            throw unknown(nodes, unknown);
        }
        return new CurrentRows(nodes, Edges.numbers(found));
    }

    static CurrentRows of(Nodes nodes, int... rows) {
        return new CurrentRows(nodes, rows);
    }

    private static GraphException unknown(Nodes nodes, List<String> rows) {
        String into = nodes.squashed().get(rows.get(0));
        if (into != null) {
            return new GraphException(
                            GraphError.NOT_FOUND,
                            "The database is at '" + rows.get(0) + "', which is squashed into '" + into + "'.",
                            "This build has only the whole of '" + into + "'.",
                            "Upgrade the database to '" + into + "' with a release from before the squash.")
                    .about(rows);
        }
        return new GraphException(
                        GraphError.NOT_FOUND,
                        "The database is at " + Listing.of(rows) + ", which this build does not know"
                                + NearNames.suggestion(rows.get(0), nodes.names()) + ".",
                        "No such id is among the " + nodes.size() + " revisions of this build: a newer build or"
                                + " another branch has them, or they were deleted.",
                        "Use the build that has them, or restore their files.")
                .about(rows);
    }

    /** {@return the rows in load order} */
    int[] rows() {
        return rows;
    }

    /** {@return the rows and all their ancestors} */
    BitSet applied() {
        return applied;
    }

    boolean isRow(int node) {
        for (int row : rows) {
            if (row == node) {
                return true;
            }
        }
        return false;
    }

    SortedNames names() {
        return SortedNames.of(nodes.ids(rows));
    }

    /** Refuses rows of which one is an ancestor of another: a plan from there would break the row rule. */
    void refuseOverlap() {
        new Overlap(nodes)
                .refuse(
                        rows,
                        "version rows",
                        "Correct the rows with `stamp`: the version table has only the newest revision of each"
                                + " branch.");
    }
}
