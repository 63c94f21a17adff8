/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import dev.retort.adoption.AdoptionResult;
import dev.retort.graph.RevisionGraph;
import dev.retort.internal.adopt.AdoptedRevision.How;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The plan of an adoption.
 *
 * @param table the history table of the other tool
 * @param revisions the revisions that count as applied afterwards, parents before children
 * @param notes notes for the operator
 */
public record AdoptionPlan(ForeignTable table, List<AdoptedRevision> revisions, List<String> notes) {

    /** Copies the lists. */
    public AdoptionPlan {
        revisions = List.copyOf(revisions);
        notes = List.copyOf(notes);
    }

    /**
     * {@return the version rows that it leads to}
     *
     * @param before the version rows that there are
     */
    public Set<String> rows(RevisionGraph graph, Collection<String> before) {
        Set<String> rows = new TreeSet<>(before);
        Set<String> known = before.isEmpty() ? Set.of() : graph.appliedBy(before);
        for (AdoptedRevision revision : revisions) {
            if (known.contains(revision.id())) {
                continue;
            }
            graph.needs(revision.id()).forEach(rows::remove);
            rows.add(revision.id());
        }
        return rows;
    }

    /** {@return the revisions that the other tool has not run and that count as applied now, but for these} */
    public Set<String> addedBy(Set<String> known) {
        Set<String> added = new TreeSet<>(ids(How.RUN_NOW));
        added.addAll(ids(How.COVERED));
        added.removeAll(known);
        return added;
    }

    /** {@return its description} */
    public AdoptionResult result(List<String> rows, boolean guarded, boolean dryRun) {
        return new AdoptionResult(
                table.tool(),
                table.quoted(),
                dryRun,
                rows,
                ids(How.RAN),
                ids(How.COVERED),
                ids(How.RUN_NOW),
                guarded,
                notes);
    }

    /** {@return the ids of the revisions of a kind} */
    List<String> ids(How how) {
        return revisions.stream()
                .filter(revision -> revision.how() == how)
                .map(AdoptedRevision::id)
                .toList();
    }
}
