/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision as scripts and database together show it.
 *
 * @param revision the revision id
 * @param downRevisions its parents
 * @param dependsOn what it depends on
 * @param branchLabels its branch labels
 * @param message the message of its script; may be empty
 * @param created the {@code created} line of its script; may be empty
 * @param state its state
 * @param head whether nothing needs it
 * @param checksum the checksum of its script, or the recorded one when there is no script; {@code null} when neither is
 * @param appliedOn when it was applied; {@code null} if it is not, or it was not recorded
 * @param took how long applying it took; {@code null} likewise
 * @param appliedBy the database user that applied it; {@code null} likewise
 * @param principal the authenticated name of the requester; {@code null} when there was none
 * @param reversible whether it can be downgraded
 * @param replaces for a squashed revision, the ids of those that it replaces; otherwise empty
 * @since 0.1
 */
public record RevisionStatus(
        String revision,
        List<String> downRevisions,
        List<String> dependsOn,
        List<String> branchLabels,
        String message,
        String created,
        RevisionState state,
        boolean head,
        @Nullable String checksum,
        @Nullable Instant appliedOn,
        @Nullable Duration took,
        @Nullable String appliedBy,
        @Nullable String principal,
        boolean reversible,
        List<String> replaces) {

    /**
     * Copies the lists.
     *
     * @param revision the revision id
     * @param downRevisions its parents
     * @param dependsOn what it depends on
     * @param branchLabels its branch labels
     * @param message the message of its script; may be empty
     * @param created the {@code created} line of its script; may be empty
     * @param state its state
     * @param head whether nothing needs it
     * @param checksum the checksum of its script, or the recorded one when there is no script; {@code null} when
     *     neither is
     * @param appliedOn when it was applied; {@code null} if it is not, or it was not recorded
     * @param took how long applying it took; {@code null} likewise
     * @param appliedBy the database user that applied it; {@code null} likewise
     * @param principal the authenticated name of the requester; {@code null} when there was none
     * @param reversible whether it can be downgraded
     * @param replaces for a squashed revision, the ids of those that it replaces; otherwise empty
     */
    public RevisionStatus {
        downRevisions = List.copyOf(downRevisions);
        dependsOn = List.copyOf(dependsOn);
        branchLabels = List.copyOf(branchLabels);
        replaces = List.copyOf(replaces);
    }
}
