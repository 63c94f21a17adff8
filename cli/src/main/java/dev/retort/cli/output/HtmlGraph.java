/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import dev.retort.error.RetortException;
import dev.retort.graph.Revision;
import dev.retort.internal.page.MigrationsPage;
import dev.retort.internal.page.PageDatabase;
import dev.retort.internal.page.PageLogEntry;
import dev.retort.internal.page.PageRevision;
import dev.retort.internal.page.StateSummary;
import dev.retort.internal.page.StateSummary.Level;
import dev.retort.status.HistoryEntry;
import dev.retort.status.MigrationStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a graph with the scripts as one HTML file. */
public final class HtmlGraph {

    private final ScriptGraph scripts;
    private final DrawnGraph graph;
    private final @Nullable MigrationStatus status;
    private final List<HistoryEntry> log;

    /**
     * Creates a page.
     *
     * @param graph the graph
     * @param status the state of the database; {@code null} without a connection
     * @param log the newest rows of its history
     */
    public HtmlGraph(DrawnGraph graph, @Nullable MigrationStatus status, List<HistoryEntry> log) {
        this.scripts = graph.scripts();
        this.graph = graph;
        this.status = status;
        this.log = List.copyOf(log);
    }

    /**
     * Writes the page; replaces an existing file.
     *
     * @param file the file
     * @param project the name of the project
     */
    public void write(Path file, String project) {
        Map<String, String> texts = new LinkedHashMap<>();
        scripts.scripts().forEach((id, script) -> texts.put(id, script.text()));
        String page = new MigrationsPage(project, List.of(database(project))).standalone(texts);
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new RetortException(
                    "The file " + file + " could not be written.",
                    e.toString(),
                    "Check its folder and your permissions.",
                    e);
        }
    }

    private PageDatabase database(String project) {
        if (status == null) {
            return new PageDatabase(project, summary(), null, revisions(), List.of());
        }
        StateSummary summary = StateSummary.of(status, false, log.isEmpty() ? null : log.get(0));
        List<PageRevision> all =
                status.revisions().stream().map(PageRevision::of).toList();
        return new PageDatabase(
                project, summary, null, all, log.stream().map(PageLogEntry::of).toList());
    }

    private StateSummary summary() {
        int count = scripts.graph().revisions().size();
        List<String> heads = scripts.graph().effectiveHeads();
        return new StateSummary(
                Level.PLAIN,
                (count == 1 ? "1 revision" : count + " revisions")
                        + (heads.isEmpty() ? "" : heads.size() == 1 ? ", head: " : ", heads: ")
                        + String.join(", ", heads) + ". Not connected to the database (use -i).");
    }

    private List<PageRevision> revisions() {
        Set<String> heads = new HashSet<>(scripts.graph().effectiveHeads());
        List<PageRevision> revisions = new ArrayList<>();
        for (Revision revision : graph.downwards()) {
            revisions.add(new PageRevision(
                    revision.id(),
                    revision.downRevisions(),
                    graph.dependencies(revision),
                    revision.branchLabels(),
                    scripts.script(revision).message(),
                    "script",
                    heads.contains(revision.id()),
                    null,
                    null,
                    null,
                    scripts.replaced(revision)));
        }
        return revisions;
    }
}
