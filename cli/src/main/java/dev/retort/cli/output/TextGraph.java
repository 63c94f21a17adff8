/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import dev.retort.graph.Revision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Draws a graph with characters, as {@code git log --graph} does: one line per revision, and lines between them for
 * branches and merges.
 */
public final class TextGraph {

    private final DrawnGraph graph;
    /** The open lines, each with the id of the revision that it leads to. */
    private final List<String> lanes = new ArrayList<>();

    private final List<String> rows = new ArrayList<>();

    public TextGraph(DrawnGraph graph) {
        this.graph = graph;
    }

    public List<String> draw() {
        graph.downwards().forEach(this::draw);
        return rows;
    }

    private void draw(Revision revision) {
        int column = join(revision.id());
        int opened = Math.max(0, revision.downRevisions().size() - 1);
        char[] row = row(2 * (lanes.size() + opened));
        straight(row, 0, lanes.size());
        row[2 * column] = graph.isApplied(revision) ? '*' : 'o';
        String dependencies =
                revision.dependsOn().isEmpty() ? "" : ", depends on " + String.join(", ", revision.dependsOn());
        String message = Printable.line(graph.scripts().script(revision).message());
        rows.add(new String(row)
                + graph.lines().branch(revision)
                + (message.isEmpty() ? "" : ", " + message)
                + dependencies);
        leave(column, revision.downRevisions());
    }

    /** Joins all lines that lead to a revision; a new line starts on the right. */
    private int join(String id) {
        int column = lanes.indexOf(id);
        if (column < 0) {
            lanes.add(id);
            return lanes.size() - 1;
        }
        for (int other = lanes.lastIndexOf(id); other > column; other = lanes.lastIndexOf(id)) {
            char[] row = row(2 * lanes.size());
            straight(row, 0, other);
            for (int gap = column; gap < other - 1; gap++) {
                row[2 * gap + 1] = '_';
            }
            shiftLeft(row, other);
            lanes.remove(other);
            add(row);
        }
        return column;
    }

    private void leave(int column, List<String> parents) {
        if (parents.isEmpty()) {
            end(column);
            return;
        }
        lanes.set(column, parents.get(0));
        for (int parent = parents.size() - 1; parent > 0; parent--) {
            char[] row = row(2 * (lanes.size() + 1));
            straight(row, 0, column + 1);
            for (int lane = column; lane < lanes.size(); lane++) {
                row[2 * lane + 1] = '\\';
            }
            lanes.add(column + 1, parents.get(parent));
            add(row);
        }
    }

    private void end(int column) {
        if (column < lanes.size() - 1) {
            char[] row = row(2 * lanes.size());
            straight(row, 0, column);
            shiftLeft(row, column + 1);
            add(row);
        }
        lanes.remove(column);
    }

    private static char[] row(int width) {
        char[] row = new char[width];
        Arrays.fill(row, ' ');
        return row;
    }

    private static void straight(char[] row, int from, int to) {
        for (int lane = from; lane < to; lane++) {
            row[2 * lane] = '|';
        }
    }

    private void shiftLeft(char[] row, int from) {
        for (int lane = from; lane < lanes.size(); lane++) {
            row[2 * lane - 1] = '/';
        }
    }

    private void add(char[] row) {
        rows.add(new String(row).stripTrailing());
    }
}
