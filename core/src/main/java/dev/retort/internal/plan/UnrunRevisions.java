/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.internal.history.RecordedRevision;
import dev.retort.internal.history.UnrunProof;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The ancestors of the version rows that have not run: an applied revision got another parent, and so other ancestors.
 *
 * <p>An ancestor has run where the history says so, where a stamp covers it, or where it was an ancestor of a revision
 * when that ran. Of a revision that another tool applied the history says nothing: its ancestors count as applied, as
 * they do for Alembic, until a run of Retort records them.
 *
 * @param migrationState the scripts and the database's state
 */
record UnrunRevisions(MigrationState migrationState) {

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
        if (migrationState.revisions().contains(revision)) {
            return migrationState.revisions().graph().needs(revision);
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
