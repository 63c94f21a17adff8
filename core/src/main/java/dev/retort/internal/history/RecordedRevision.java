/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.run.RunKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest success that the history holds of a revision.
 *
 * @param revision the revision
 * @param operation an upgrade, a downgrade or a stamp
 * @param downRevisions its parents then
 * @param dependsOn its dependencies then
 * @param description the message of its script then
 * @param checksum the checksum of its script then, or of the one that was accepted since; {@code null} where it had
 *     none
 * @param databaseUser who ran it
 * @param principal the authenticated name of the requester; {@code null} if there was none
 * @param finishedAt when it was done
 * @param took how long it took
 * @param note what it left for its reversal to know, or which script of a squashed revision ran; {@code null} for nothing
 */
public record RecordedRevision(
        String revision,
        RunKind operation,
        List<String> downRevisions,
        List<String> dependsOn,
        String description,
        @Nullable String checksum,
        String databaseUser,
        @Nullable String principal,
        Instant finishedAt,
        Duration took,
        @Nullable String note) {

    /** Copies the lists. */
    public RecordedRevision {
        downRevisions = List.copyOf(downRevisions);
        dependsOn = List.copyOf(dependsOn);
    }
}
