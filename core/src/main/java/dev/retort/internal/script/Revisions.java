/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import dev.retort.error.RetortException;
import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
        return new Revisions(RevisionGraph.of(revisions, squashed(scripts)), byId, Map.of());
    }

    /** {@return for each revision that is replaced, the id of the squashed one that replaces it} */
    public static Map<String, String> squashed(Collection<RevisionScript> scripts) {
        Map<String, String> squashed = new HashMap<>();
        for (RevisionScript script : scripts) {
            Squash squash = script.squash();
            if (squash != null) {
                squash.ids().forEach(id -> squashed.put(id, script.revision().id()));
            }
        }
        return squashed;
    }

    /** {@return the squashed revisions} */
    public List<RevisionScript> squashes() {
        return scripts.values().stream()
                .filter(script -> script.squash() != null)
                .toList();
    }

    /**
     * {@return the graph in which what is squashed has its original revisions: that of the history, which records these}
     */
    public RevisionGraph originals() {
        if (squashes().isEmpty()) {
            return graph;
        }
        List<Revision> all = new ArrayList<>();
        for (Revision revision : graph.revisions()) {
            RevisionScript script = scripts.get(revision.id());
            Squash squash = script == null ? null : script.squash();
            if (squash == null || squash.ids().stream().anyMatch(graph::contains)) {
                all.add(revision);
            } else {
                squash.replaced().forEach(original -> all.add(original.revision()));
                Revision last = squash.last().revision();
                all.add(new Revision(last.id(), last.downRevisions(), revision.branchLabels(), last.dependsOn()));
            }
        }
        return RevisionGraph.of(all);
    }

    /** {@return the checksums that the history has of revisions and of those that they replace, by id} */
    public SortedMap<String, String> recordedChecksums(Collection<String> ids) {
        SortedMap<String, String> checksums = new TreeMap<>();
        for (String id : ids) {
            RevisionScript script = script(id);
            checksums.put(id, script.recordedChecksum());
            Squash squash = script.squash();
            if (squash != null) {
                squash.replaced().forEach(original -> checksums.put(original.id(), original.checksum()));
            }
        }
        return checksums;
    }

    public boolean contains(String revision) {
        return graph.contains(revision);
    }

    /**
     * {@return a revision as the history records it: with its dependencies as ids, because labels are names of this build,
     * and others must understand it; a squashed one in the place that it had before}
     */
    public Revision place(String id) {
        Revision revision = graph.get(id);
        RevisionScript script = scripts.get(id);
        Squash squash = script == null ? null : script.squash();
        if (squash != null) {
            Revision last = squash.last().revision();
            return new Revision(id, last.downRevisions(), revision.branchLabels(), last.dependsOn());
        }
        List<String> dependencies = new ArrayList<>(graph.needs(id));
        dependencies.removeAll(revision.downRevisions());
        return new Revision(id, revision.downRevisions(), revision.branchLabels(), dependencies);
    }

    /** {@return the ids of all of them, in load order, and of those that they replace: all that this build knows} */
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Revision revision : graph.revisions()) {
            RevisionScript script = scripts.get(revision.id());
            Squash squash = script == null ? null : script.squash();
            ids.addAll(squash == null ? List.of() : squash.ids());
            ids.add(revision.id());
        }
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
