/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.Retort;
import dev.retort.cli.output.DotGraph;
import dev.retort.cli.output.DrawnGraph;
import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.HtmlGraph;
import dev.retort.cli.output.MermaidGraph;
import dev.retort.cli.output.RevisionLines;
import dev.retort.cli.output.ScriptGraph;
import dev.retort.cli.output.TextGraph;
import dev.retort.status.MigrationStatus;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "graph",
        description = "Draw the revision graph, newest first. Connects to the database only with --indicate-current.",
        footer = {"", "Example: graph -i", "With -i, * marks an applied revision and o a pending one."})
public final class GraphCommand extends ReadingCommand {

    @Option(
            names = "--format",
            paramLabel = "text|mermaid|dot",
            description = "The output format. Default: text. mermaid and dot also draw dependencies, as dashed lines.")
    private Format format = Format.TEXT;

    @Option(
            names = "--html",
            paramLabel = "<file>",
            description = "Write an HTML page with the graph and the scripts; with -i also the log.")
    private @Nullable Path html;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Mark the current and the applied revisions.")
    private boolean indicateCurrent;

    private static final int LOG_ROWS = 200;

    /** The renderers. */
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
        Retort retort = indicateCurrent ? connected() : null;
        MigrationStatus status = retort == null ? null : retort.status();
        ScriptGraph scripts = listed();
        List<String> rows = status == null ? List.of() : known(scripts, status);
        DrawnGraph graph = new DrawnGraph(scripts, new RevisionLines(scripts, rows), applied(scripts, status));
        if (html != null) {
            write(html, new HtmlGraph(graph, status, retort == null ? List.of() : retort.log(LOG_ROWS, null)));
        } else if (isJson()) {
            printJson(withHeld(graph.json(indicateCurrent), status));
        } else {
            printAll(format.draw(graph));
        }
        if (status != null) {
            remark(status);
        }
        return ExitStatus.DONE;
    }

    private void write(Path file, HtmlGraph page) {
        Path directory = workspace().sources().workingDirectory();
        page.write(
                directory.resolve(file),
                String.valueOf(directory.toAbsolutePath().normalize().getFileName()));
        if (isJson()) {
            printJson(Map.of("file", file.toString()));
        } else {
            out().line("  Generating " + file + " ...  done");
        }
    }

    /** Without a connection every revision counts as applied, so that all are drawn alike. */
    private static Set<String> applied(ScriptGraph scripts, @Nullable MigrationStatus status) {
        Set<String> applied = new LinkedHashSet<>();
        scripts.graph().revisions().forEach(revision -> applied.add(revision.id()));
        if (status != null) {
            status.pending().forEach(applied::remove);
        }
        return applied;
    }
}
