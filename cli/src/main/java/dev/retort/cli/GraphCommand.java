/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "graph",
        description = "Draw the revisions, the newest first; asks no database unless told.",
        footer = {"", "Example: graph -i", "With -i, an applied revision is drawn as * and another as o."})
final class GraphCommand extends ReadingCommand {

    @Option(
            names = "--format",
            paramLabel = "text|mermaid|dot",
            description = "text unless told; mermaid and dot draw dependencies too, dashed.")
    private Format format = Format.TEXT;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Mark where the database is, and what is applied.")
    private boolean indicateCurrent;

    /** What draws. */
    enum Format {
        TEXT,
        MERMAID,
        DOT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<String> draw(DrawnGraph graph) {
            return switch (this) {
                case TEXT -> new TextGraph(graph).draw();
                case MERMAID -> new MermaidGraph(graph).draw();
                case DOT -> new DotGraph(graph).draw();
            };
        }
    }

    @Override
    public Integer call() {
        List<String> rows = indicateCurrent ? connected().status().current() : List.of();
        ScriptGraph scripts = scripts();
        DrawnGraph graph = new DrawnGraph(scripts, new RevisionLines(scripts, rows), applied(scripts, rows));
        if (isJson()) {
            printJson(graph.json(indicateCurrent));
        } else {
            printAll(format.draw(graph));
        }
        return CommandLineInterface.DONE;
    }

    /** Without a question to the database everything counts as applied, so that all revisions are drawn alike. */
    private Set<String> applied(ScriptGraph scripts, List<String> rows) {
        if (!indicateCurrent) {
            Set<String> all = new LinkedHashSet<>();
            scripts.graph().revisions().forEach(revision -> all.add(revision.id()));
            return all;
        }
        for (String row : rows) {
            if (!scripts.graph().contains(row)) {
                err().println("The database is at " + row + ", of which there is no script here.");
            }
        }
        return scripts.graph()
                .appliedBy(rows.stream().filter(scripts.graph()::contains).toList());
    }
}
