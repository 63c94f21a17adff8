/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the history: a step that was tried.
 *
 * @param id its number, growing
 * @param runId the run that it belongs to
 * @param operation {@code upgrade}, {@code downgrade}, {@code stamp}, {@code repair}, {@code hold} or {@code release}
 * @param revision the revision; {@code null} where the operation has none
 * @param downRevisions its parents at that time
 * @param dependsOn its dependencies at that time
 * @param branchLabels its labels at that time
 * @param rowsBefore the version rows before
 * @param rowsAfter the version rows after; those before when it failed
 * @param description the message of the script; may be empty
 * @param checksum the checksum of the script; {@code null} where there is none
 * @param outcome {@code succeeded}, {@code failed} or {@code partial}
 * @param failure what failed; {@code null} on success
 * @param reason the reason; {@code null} if none was given
 * @param databaseUser the database user
 * @param principal the authenticated name of the requester; {@code null} when there was none
 * @param application the application name of the session
 * @param host the machine that ran it
 * @param toolVersion Retort's version
 * @param startedAt when it started
 * @param took how long it took
 * @since 0.1
 */
public record HistoryEntry(
        long id,
        UUID runId,
        String operation,
        @Nullable String revision,
        List<String> downRevisions,
        List<String> dependsOn,
        List<String> branchLabels,
        List<String> rowsBefore,
        List<String> rowsAfter,
        String description,
        @Nullable String checksum,
        String outcome,
        @Nullable FailureRecord failure,
        @Nullable String reason,
        String databaseUser,
        @Nullable String principal,
        String application,
        String host,
        String toolVersion,
        Instant startedAt,
        Duration took) {

    /**
     * Copies the lists.
     *
     * @param id its number, growing
     * @param runId the run that it belongs to
     * @param operation {@code upgrade}, {@code downgrade}, {@code stamp}, {@code repair}, {@code hold} or
     *     {@code release}
     * @param revision the revision; {@code null} where the operation has none
     * @param downRevisions its parents at that time
     * @param dependsOn its dependencies at that time
     * @param branchLabels its labels at that time
     * @param rowsBefore the version rows before
     * @param rowsAfter the version rows after; those before when it failed
     * @param description the message of the script; may be empty
     * @param checksum the checksum of the script; {@code null} where there is none
     * @param outcome {@code succeeded}, {@code failed} or {@code partial}
     * @param failure what failed; {@code null} on success
     * @param reason the reason; {@code null} if none was given
     * @param databaseUser the database user
     * @param principal the authenticated name of the requester; {@code null} when there was none
     * @param application the application name of the session
     * @param host the machine that ran it
     * @param toolVersion Retort's version
     * @param startedAt when it started
     * @param took how long it took
     */
    public HistoryEntry {
        downRevisions = List.copyOf(downRevisions);
        dependsOn = List.copyOf(dependsOn);
        branchLabels = List.copyOf(branchLabels);
        rowsBefore = List.copyOf(rowsBefore);
        rowsAfter = List.copyOf(rowsAfter);
    }
}
