/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import java.util.List;

/**
 * Where a database stands.
 *
 * @param current the version rows, sorted
 * @param heads the revisions that nothing needs, in load order
 * @param upToDate whether everything that this build has is applied
 * @param ahead whether the database has revisions that this build does not know
 * @param held whether an operator's downgrade keeps starting services from going up
 * @param pending the revisions that are not applied, in the order in which they would run
 * @param revisions all revisions, newest first
 */
public record MigrationStatus(
        List<String> current,
        List<String> heads,
        boolean upToDate,
        boolean ahead,
        boolean held,
        List<String> pending,
        List<RevisionStatus> revisions) {

    /** Copies the lists. */
    public MigrationStatus {
        current = List.copyOf(current);
        heads = List.copyOf(heads);
        pending = List.copyOf(pending);
        revisions = List.copyOf(revisions);
    }
}
