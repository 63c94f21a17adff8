/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.author;

import dev.retort.cli.options.NewRevisionOptions;
import dev.retort.cli.output.ScriptGraph;
import dev.retort.error.RetortException;
import dev.retort.graph.NewRevision;
import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import dev.retort.internal.script.RevisionNameRules;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.author.NewScript;
import dev.retort.internal.script.author.ScriptWriter;
import dev.retort.internal.script.author.WorkspaceScripts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates a revision from the options, and its script. */
public final class RevisionMaker {

    private final WorkspaceScripts sources;
    private final ScriptGraph graph;
    private final Origin origin;

    /**
     * Creates a maker.
     *
     * @param sources the folders of scripts
     * @param graph the existing revisions
     * @param origin the source of its time and id
     */
    public RevisionMaker(WorkspaceScripts sources, ScriptGraph graph, Origin origin) {
        this.sources = sources;
        this.graph = graph;
        this.origin = origin;
    }

    /**
     * The sections of a revision.
     *
     * @param upgrade the statements of the upgrade
     * @param downgrade the statements of the downgrade
     * @param imports the classes that a Java revision imports
     */
    public record Sections(String upgrade, String downgrade, Set<String> imports) {

        public static Sections empty() {
            return new Sections("", "", Set.of());
        }
    }

    /**
     * Builds the text of the script; writes nothing.
     *
     * @throws RetortException when the revision would make the graph invalid
     */
    public NewScript script(NewRevision place, NewRevisionOptions options, Sections sections) {
        String given = options.id();
        String id = given == null ? origin.newId(graph.graph()) : given;
        RevisionNameRules.check("revision id", id);
        options.branchLabels().forEach(label -> RevisionNameRules.check("branch label", label));
        if (graph.graph().contains(id)) {
            throw new RetortException(
                    "A revision " + id + " exists already.",
                    "It is " + graph.script(graph.graph().get(id)).source() + ".",
                    "Choose another --rev-id, or leave the option out.");
        }
        Revision revision = new Revision(id, place.downRevisions(), options.branchLabels(), place.dependsOn());
        List<Revision> all = new ArrayList<>(graph.graph().revisions());
        all.add(revision);
        RevisionGraph.of(all);
        return new NewScript(
                revision, message(place, options), origin.clock().instant(), sections.upgrade(), sections.downgrade());
    }

    private static String message(NewRevision place, NewRevisionOptions options) {
        boolean merge = place.downRevisions().size() > 1;
        return options.message().isBlank() && merge
                ? "merge " + String.join(" and ", place.downRevisions())
                : options.message();
    }

    /** {@return the file that was written} */
    public Path write(NewScript script, @Nullable String versionPath) {
        List<RevisionScript> parents = script.revision().downRevisions().stream()
                .map(parent -> Objects.requireNonNull(graph.scripts().get(parent)))
                .toList();
        return new ScriptWriter(sources).write(sources.folderFor(versionPath, parents), script);
    }
}
