/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the history: a step that was tried. Retort implements it; later versions may add methods.
 *
 * @since 0.1
 */
public interface HistoryEntry {

    /** {@return its number, growing} */
    long id();

    /** {@return the run that it belongs to} */
    UUID runId();

    /** {@return {@code upgrade}, {@code downgrade}, {@code stamp}, {@code repair}, {@code hold} or {@code release}} */
    String operation();

    /** {@return the revision; {@code null} where the operation has none} */
    @Nullable
    String revision();

    /** {@return its parents at that time} */
    List<String> downRevisions();

    /** {@return its dependencies at that time} */
    List<String> dependsOn();

    /** {@return its labels at that time} */
    List<String> branchLabels();

    /** {@return the version rows before} */
    List<String> rowsBefore();

    /** {@return the version rows after; those before when it failed} */
    List<String> rowsAfter();

    /** {@return the message of the script; may be empty} */
    String description();

    /** {@return the checksum of the script; {@code null} where there is none} */
    @Nullable
    String checksum();

    /** {@return {@code succeeded}, {@code failed} or {@code partial}} */
    String outcome();

    /** {@return what failed; {@code null} on success} */
    @Nullable
    FailureRecord failure();

    /** {@return the reason; {@code null} if none was given} */
    @Nullable
    String reason();

    /** {@return the database user} */
    String databaseUser();

    /** {@return the authenticated name of the requester; {@code null} when there was none} */
    @Nullable
    String principal();

    /** {@return the application name of the session} */
    String application();

    /** {@return the machine that ran it} */
    String host();

    /** {@return Retort's version} */
    String toolVersion();

    /** {@return when it started} */
    Instant startedAt();

    /** {@return how long it took} */
    Duration took();
}
