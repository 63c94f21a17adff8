/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import dev.retort.graph.Revision;
import java.util.ArrayList;
import java.util.List;

/** Writes a graph as a flowchart of Mermaid, which wikis and code hosts draw. */
public final class MermaidGraph {

    private final DrawnGraph graph;

    public MermaidGraph(DrawnGraph graph) {
        this.graph = graph;
    }

    public List<String> draw() {
        List<String> lines = new ArrayList<>();
        lines.add("flowchart BT");
        for (Revision revision : graph.downwards()) {
            String message = graph.scripts().script(revision).message();
            lines.add(
                    "    " + node(revision.id()) + "[\"" + escape(graph.lines().branch(revision))
                            + (message.isEmpty() ? "" : "<br/>" + escape(message)) + "\"]"
                            + (graph.isApplied(revision) ? "" : ":::pending"));
            revision.downRevisions().forEach(parent -> lines.add(edge(parent, " --> ", revision)));
            graph.dependencies(revision).forEach(dependency -> lines.add(edge(dependency, " -.-> ", revision)));
        }
        lines.add("    classDef pending stroke-dasharray: 5 5");
        return lines;
    }

    private static String edge(String from, String arrow, Revision to) {
        return "    " + node(from) + arrow + node(to.id());
    }

    /** Some words, such as {@code end}, are not allowed as node names. */
    private static String node(String id) {
        return "r_" + id;
    }

    private static String escape(String text) {
        return text.replace("#", "#35;")
                .replace("&", "#amp;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;")
                .replace("`", "#96;");
    }
}
