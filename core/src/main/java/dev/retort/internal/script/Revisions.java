/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import dev.retort.error.RetortException;
import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scripts with the graph that they form.
 *
 * @param graph the graph
 * @param scripts the script of each revision; a graph that was extended by what the history knows has revisions without one
 * @param kept for each revision whose script only the database has, the values of placeholders that it keeps
 */
public record Revisions(
        RevisionGraph graph, Map<String, RevisionScript> scripts, Map<String, Map<String, String>> kept) {

    public static Revisions of(Collection<RevisionScript> scripts) {
        List<Revision> revisions = new ArrayList<>(scripts.size());
        Map<String, RevisionScript> byId = new LinkedHashMap<>(scripts.size() * 2);
        for (RevisionScript script : scripts) {
            revisions.add(script.revision());
            byId.put(script.revision().id(), script);
        }
        return new Revisions(RevisionGraph.of(revisions), byId, Map.of());
    }

    public boolean contains(String revision) {
        return graph.contains(revision);
    }

    /** {@return a revision with its dependencies as ids: labels are names of this build, and others must understand it} */
    public Revision place(String id) {
        Revision revision = graph.get(id);
        List<String> dependencies = new ArrayList<>(graph.needs(id));
        dependencies.removeAll(revision.downRevisions());
        return new Revision(id, revision.downRevisions(), revision.branchLabels(), dependencies);
    }

    /** {@return the ids of all of them, in load order} */
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        graph.revisions().forEach(revision -> ids.add(revision.id()));
        return ids;
    }

    public int count() {
        return graph.revisions().size();
    }

    @Nullable
    public RevisionScript find(String revision) {
        return scripts.get(revision);
    }

    public RevisionScript script(String revision) {
        RevisionScript script = scripts.get(revision);
        if (script == null) {
            throw new RetortException(
                    "There is no script of revision " + revision + ".",
                    "Neither this build nor the database's script table has it; the table keeps no script that is"
                            + " larger than retort.script-text-limit was when it was applied.",
                    "Use the build that applied it.");
        }
        return script;
    }
}
