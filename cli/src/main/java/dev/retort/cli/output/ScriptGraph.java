/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.script.Squash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The scripts and the graph that they form.
 *
 * @param graph the graph
 * @param scripts the script of each revision
 * @param labels the branch labels of each revision, inherited ones too
 */
public record ScriptGraph(RevisionGraph graph, Map<String, RevisionScript> scripts, Map<String, Set<String>> labels) {

    public static ScriptGraph of(List<RevisionScript> loaded) {
        Map<String, RevisionScript> byId = new LinkedHashMap<>();
        List<Revision> revisions = new ArrayList<>();
        for (RevisionScript script : loaded) {
            byId.put(script.revision().id(), script);
            revisions.add(script.revision());
        }
        RevisionGraph graph = RevisionGraph.of(revisions, Revisions.squashed(loaded));
        return new ScriptGraph(graph, byId, graph.labels());
    }

    public RevisionScript script(Revision revision) {
        return Objects.requireNonNull(scripts.get(revision.id()), revision.id());
    }

    /** {@return the ids of the revisions that a squashed one replaces; none for any other} */
    List<String> replaced(Revision revision) {
        Squash squash = script(revision).squash();
        return squash == null ? List.of() : squash.ids();
    }

    List<String> labels(Revision revision) {
        return labels.getOrDefault(revision.id(), Set.of()).stream().sorted().toList();
    }

    /** {@return revisions by their exact ids} */
    public List<Revision> revisions(List<String> ids) {
        return ids.stream().map(graph::get).toList();
    }
}
