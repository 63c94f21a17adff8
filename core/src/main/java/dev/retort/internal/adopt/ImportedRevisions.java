/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import dev.retort.internal.script.ImportedFrom;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Squash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of this build that were imported from one tool, parents before children.
 *
 * @param graph the graph of all revisions
 * @param scripts the script of each imported revision
 * @param origins what each of them was to the other tool; of a squashed revision also of each that it replaces
 */
public record ImportedRevisions(
        RevisionGraph graph, Map<String, RevisionScript> scripts, Map<String, List<ImportedFrom>> origins) {

    /**
     * Finds them.
     *
     * @param graph the graph of all revisions
     * @param scripts the scripts of all revisions, by id
     * @param tool the other tool
     */
    public static ImportedRevisions of(RevisionGraph graph, Map<String, RevisionScript> scripts, String tool) {
        Map<String, RevisionScript> imported = new LinkedHashMap<>();
        Map<String, List<ImportedFrom>> origins = new LinkedHashMap<>();
        for (Revision revision : graph.inOrder()) {
            RevisionScript script = scripts.get(revision.id());
            List<ImportedFrom> from = script == null ? List.of() : origins(script, tool);
            if (script != null && !from.isEmpty()) {
                imported.put(revision.id(), script);
                origins.put(revision.id(), from);
                originals(script, tool, origins);
            }
        }
        return new ImportedRevisions(graph, imported, origins);
    }

    /** A history from before the squash names the replaced revisions. */
    private static void originals(RevisionScript script, String tool, Map<String, List<ImportedFrom>> origins) {
        Squash squash = script.squash();
        if (squash != null) {
            squash.origins(ImportedFrom.of(script)).forEach((original, from) -> {
                if (from.tool().equals(tool)) {
                    origins.putIfAbsent(original.id(), List.of(from));
                }
            });
        }
    }

    private static List<ImportedFrom> origins(RevisionScript script, String tool) {
        return ImportedFrom.of(script).stream()
                .filter(from -> from.tool().equals(tool))
                .toList();
    }

    /** {@return what a revision was to the other tool; empty for one that was not imported} */
    public List<ImportedFrom> originsOf(String id) {
        return origins.getOrDefault(id, List.of());
    }

    /** {@return what revisions were to the other tool} */
    public Stream<ImportedFrom> originsOf(Collection<String> ids) {
        return ids.stream().flatMap(id -> originsOf(id).stream());
    }

    /** {@return whether this build has none} */
    public boolean isEmpty() {
        return scripts.isEmpty();
    }

    /** {@return whether a revision was not imported} */
    public boolean isOwn(String id) {
        return !origins.containsKey(id);
    }

    /** {@return the ids, parents before children} */
    public List<String> ids() {
        return new ArrayList<>(scripts.keySet());
    }

    /** {@return the script of an imported revision; {@code null} for another one} */
    public @Nullable RevisionScript script(String id) {
        return scripts.get(id);
    }

    /** {@return all that a revision needs, itself included} */
    public Set<String> closure(String id) {
        return graph.appliedBy(List.of(id));
    }
}
