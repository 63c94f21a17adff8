/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.graph.RevisionGraph;
import dev.retort.internal.history.RecordedRevision;
import dev.retort.internal.history.UnrunProof;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Squash;
import dev.retort.internal.script.Squash.Original;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The ancestors of the version rows that have not run: an applied revision got another parent, and so other ancestors.
 *
 * <p>An ancestor has run where the history says so, where a stamp covers it, or where it was an ancestor of a revision
 * when that ran. Of a revision that another tool applied the history says nothing: its ancestors count as applied, as
 * they do for Alembic, until a run of Retort records them.
 *
 * @param migrationState the scripts and the database's state
 * @param graph the graph of the history, in which nothing is squashed
 */
record UnrunRevisions(MigrationState migrationState, RevisionGraph graph) {

    static UnrunRevisions of(MigrationState migrationState) {
        return new UnrunRevisions(migrationState, migrationState.revisions().originals());
    }

    /** {@return the squashed revisions of which the database has one part and lacks another} */
    List<RevisionScript> partlySquashed() {
        Set<String> applied = closure();
        ids().forEach(applied::remove);
        return migrationState.revisions().squashes().stream()
                .filter(script -> isPartly(Objects.requireNonNull(script.squash()), applied))
                .toList();
    }

    private static boolean isPartly(Squash squash, Set<String> applied) {
        List<String> all = squash.all().stream().map(Original::id).toList();
        return all.stream().anyMatch(applied::contains) && !applied.containsAll(all);
    }

    /** {@return their ids} */
    List<String> ids() {
        List<String> unrun = new ArrayList<>(assumed());
        unrun.removeAll(justified());
        return unrun;
    }

    /** {@return the ancestors of the version rows of which the history says nothing by themselves} */
    Set<String> assumed() {
        Set<String> assumed = closure();
        assumed.removeAll(migrationState.state().proofs().keySet());
        return assumed;
    }

    private Set<String> closure() {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(migrationState.rows());
        while (!open.isEmpty()) {
            String revision = open.pop();
            if (found.add(revision)) {
                open.addAll(needs(revision));
            }
        }
        return found;
    }

    private Set<String> justified() {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(migrationState.rows());
        while (!open.isEmpty()) {
            String revision = open.pop();
            if (found.add(revision)) {
                UnrunProof proof = migrationState.state().proofs().get(revision);
                open.addAll(proof == null ? needs(revision) : proof.needs());
            }
        }
        return found;
    }

    private List<String> needs(String revision) {
        if (graph.contains(revision)) {
            return graph.needs(revision);
        }
        RecordedRevision recorded = migrationState.state().recorded().get(revision);
        if (recorded == null) {
            return List.of();
        }
        List<String> needs = new ArrayList<>(recorded.downRevisions());
        needs.addAll(recorded.dependsOn());
        return needs;
    }
}
