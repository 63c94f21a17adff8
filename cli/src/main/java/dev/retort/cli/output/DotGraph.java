/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import dev.retort.graph.Revision;
import java.util.ArrayList;
import java.util.List;

/** Writes a graph in DOT, the language of Graphviz. */
public final class DotGraph {

    private final DrawnGraph graph;

    public DotGraph(DrawnGraph graph) {
        this.graph = graph;
    }

    public List<String> draw() {
        List<String> lines = new ArrayList<>();
        lines.add("digraph revisions {");
        lines.add("    rankdir=BT;");
        lines.add("    node [shape=box];");
        for (Revision revision : graph.downwards()) {
            String message = graph.scripts().script(revision).message();
            lines.add("    " + quote(revision.id()) + " [label="
                    + quote(graph.lines().branch(revision) + (message.isEmpty() ? "" : "\n" + message))
                    + (graph.isApplied(revision) ? "" : ", style=dashed") + "];");
            revision.downRevisions().forEach(parent -> lines.add(edge(parent, revision, "")));
            graph.dependencies(revision).forEach(one -> lines.add(edge(one, revision, " [style=dashed]")));
        }
        lines.add("}");
        return lines;
    }

    private static String edge(String from, Revision to, String style) {
        return "    " + quote(from) + " -> " + quote(to.id()) + style + ";";
    }

    private static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
