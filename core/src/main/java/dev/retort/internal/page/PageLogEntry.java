/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.page;

import dev.retort.status.FailureRecord;
import dev.retort.status.HistoryEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history as the page shows it: what the reader may see of it.
 *
 * @param id its number
 * @param kind {@code upgrade}, {@code downgrade}, {@code stamp}, {@code repair}, {@code hold} or {@code release}
 * @param outcome {@code succeeded}, {@code failed} or {@code partial}
 * @param revision the revision; {@code null} where the row has none
 * @param message the message of the script; may be empty
 * @param startedAt when it started
 * @param took how long it took
 * @param by who did it; {@code null} when that is not known, or not shown
 * @param reason why; {@code null} when no reason was given
 * @param failure what failed; {@code null} on success
 */
public record PageLogEntry(
        long id,
        String kind,
        String outcome,
        @Nullable String revision,
        String message,
        Instant startedAt,
        Duration took,
        @Nullable String by,
        @Nullable String reason,
        @Nullable PageFailure failure) {

    /** {@return a row for those who may see everything} */
    public static PageLogEntry of(HistoryEntry entry) {
        FailureRecord failure = entry.failure();
        return new PageLogEntry(
                entry.id(),
                entry.operation(),
                entry.outcome(),
                entry.revision(),
                entry.description(),
                entry.startedAt(),
                entry.took(),
                entry.principal() == null ? entry.databaseUser() : entry.principal(),
                entry.reason(),
                failure == null ? null : PageFailure.of(failure));
    }

    /**
     * A failure.
     *
     * @param sqlState the SQLSTATE; {@code null} when the server did not report one
     * @param place the file and line, or the line alone; {@code null} when the failure was outside of a script
     * @param text what the server said; {@code null} when it may not be shown
     * @param blockedBy the session that held the lock; {@code null} when none was seen, or it may not be shown
     */
    public record PageFailure(
            @Nullable String sqlState,
            @Nullable String place,
            @Nullable String text,
            @Nullable String blockedBy) {

        private static PageFailure of(FailureRecord failure) {
            String place = failure.line() == null ? failure.file() : failure.file() + ":" + failure.line();
            String text = Stream.of(failure.message(), failure.detail(), failure.hint())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("\n"));
            return new PageFailure(failure.sqlState(), place, text, failure.blockedBy());
        }
    }
}
