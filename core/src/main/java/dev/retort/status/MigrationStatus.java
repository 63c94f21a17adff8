/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a database.
 *
 * @param current the version rows, sorted
 * @param heads the revisions that nothing needs, in load order
 * @param upToDate whether everything that this build has is applied
 * @param ahead whether the database has revisions that this build does not know
 * @param hold the hold that applies to starting services of this build; {@code null} for none
 * @param pending the revisions that are not applied, in the order in which they would run
 * @param revisions all revisions, newest first
 * @since 0.1
 */
public record MigrationStatus(
        List<String> current,
        List<String> heads,
        boolean upToDate,
        boolean ahead,
        @Nullable Hold hold,
        List<String> pending,
        List<RevisionStatus> revisions) {

    /**
     * Copies the lists.
     *
     * @param current the version rows, sorted
     * @param heads the revisions that nothing needs, in load order
     * @param upToDate whether everything that this build has is applied
     * @param ahead whether the database has revisions that this build does not know
     * @param hold the hold that applies to starting services of this build; {@code null} for none
     * @param pending the revisions that are not applied, in the order in which they would run
     * @param revisions all revisions, newest first
     */
    public MigrationStatus {
        current = List.copyOf(current);
        heads = List.copyOf(heads);
        pending = List.copyOf(pending);
        revisions = List.copyOf(revisions);
    }

    /** {@return whether a hold is in force} */
    public boolean held() {
        return hold != null;
    }
}
