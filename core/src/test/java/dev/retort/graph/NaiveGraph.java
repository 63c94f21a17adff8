/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of the graph in their plainest form, against which the real one is held. */
final class NaiveGraph {

    private final Map<String, Set<String>> needs = new HashMap<>();

    NaiveGraph(List<Revision> revisions) {
        Map<String, String> names = new HashMap<>();
        for (Revision revision : revisions) {
            names.put(revision.id(), revision.id());
            revision.branchLabels().forEach(label -> names.put(label, revision.id()));
        }
        for (Revision revision : revisions) {
            Set<String> needed = new HashSet<>(revision.downRevisions());
            revision.dependsOn().forEach(name -> needed.add(names.getOrDefault(name, name)));
            needs.put(revision.id(), needed);
        }
    }

    Set<String> needs(String id) {
        return needs.getOrDefault(id, Set.of());
    }

    /** The ancestors of the revisions, by repeating until nothing is added. */
    Set<String> applied(Set<String> rows) {
        Set<String> applied = new HashSet<>(rows);
        boolean growing = true;
        while (growing) {
            Set<String> more = new HashSet<>();
            applied.forEach(id -> more.addAll(needs(id)));
            growing = applied.addAll(more);
        }
        return applied;
    }

    /** The row rule: those that are no ancestors of another applied revision. */
    Set<String> rows(Set<String> applied) {
        Set<String> rows = new HashSet<>(applied);
        applied.forEach(id -> rows.removeAll(needs(id)));
        return rows;
    }
}
