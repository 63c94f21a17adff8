/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.error.RetortException;
import dev.retort.internal.history.UnrunProof;
import java.util.List;
import java.util.Set;

/** A revision has not run, and an applied revision has it as an ancestor. */
public final class UnrunRevisionException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final List<String> revisions;

    private UnrunRevisionException(List<String> revisions, String why, String action) {
        super(
                revisions.size() == 1
                        ? "Revision " + revisions.get(0) + " has not run, and an applied revision follows it."
                        : "Revisions " + String.join(", ", revisions)
                                + " have not run, and an applied revision follows them.",
                why,
                action);
        this.revisions = List.copyOf(revisions);
    }

    static UnrunRevisionException of(List<String> unrun, MigrationState migrationState) {
        String first = unrun.get(unrun.size() - 1);
        String child = child(unrun, migrationState);
        UnrunProof proof = migrationState.state().proofs().get(child);
        String then = proof == null || proof.needs().isEmpty()
                ? ""
                : ", and depended on " + String.join(", ", proof.needs()) + " at that time";
        String rows = String.join(",", migrationState.rows());
        return new UnrunRevisionException(
                unrun,
                "Revision " + child + " ran before it was added" + then
                        + "; the scripts were changed later, and an upgrade runs only revisions after the version"
                        + " rows.",
                "Move it after the head: restore down_revision and depends_on of " + child + ", and let " + first
                        + " follow the head. If the database already has its changes, record that: `stamp " + rows
                        + " --reason <text>`.");
    }

    /** {@return the applied revision that brings in one that has not run} */
    private static String child(List<String> unrun, MigrationState migrationState) {
        Set<String> applied = migrationState.knownApplied();
        return migrationState.revisions().graph().inOrder().stream()
                .map(revision -> revision.id())
                .filter(applied::contains)
                .filter(id ->
                        migrationState.revisions().graph().needs(id).stream().anyMatch(unrun::contains))
                .findFirst()
                .orElseGet(() -> migrationState.rows().get(0));
    }

    /** {@return the revisions that have not run} */
    public List<String> revisions() {
        return revisions;
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
