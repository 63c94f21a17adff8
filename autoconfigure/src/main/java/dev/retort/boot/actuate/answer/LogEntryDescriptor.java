/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.answer;

import dev.retort.status.FailureRecord;
import dev.retort.status.HistoryEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history as the endpoint shows it.
 *
 * @param id its id, the {@code before} of the next page
 * @param runId the run that it belongs to
 * @param operation {@code upgrade}, {@code downgrade}, {@code stamp}, {@code repair}, {@code hold} or {@code release}
 * @param revision the revision; {@code null} where the operation has none
 * @param downRevisions its parents at that time
 * @param dependsOn its dependencies at that time
 * @param branchLabels its labels at that time
 * @param before the version rows before
 * @param after the version rows after
 * @param message the message of the script; may be empty
 * @param checksum the checksum of the script; {@code null} where there is none
 * @param outcome {@code succeeded}, {@code failed} or {@code partial}
 * @param failure the failure; {@code null} on success
 * @param reason the reason given by the operator; {@code null} if none was given
 * @param appliedBy the database user; {@code null} when SQL may not be shown
 * @param principal the authenticated principal; {@code null} if there was none
 * @param application the application name of the session
 * @param host the machine that ran it; {@code null} when SQL may not be shown
 * @param toolVersion Retort's version
 * @param startedAt when it started
 * @param durationMs how long it took, in milliseconds
 * @since 0.1
 */
public record LogEntryDescriptor(
        long id,
        String runId,
        String operation,
        @Nullable String revision,
        List<String> downRevisions,
        List<String> dependsOn,
        List<String> branchLabels,
        List<String> before,
        List<String> after,
        String message,
        @Nullable String checksum,
        String outcome,
        @Nullable FailureDescriptor failure,
        @Nullable String reason,
        @Nullable String appliedBy,
        @Nullable String principal,
        String application,
        @Nullable String host,
        String toolVersion,
        Instant startedAt,
        long durationMs) {

    /** Copies the lists. */
    public LogEntryDescriptor {
        downRevisions = List.copyOf(downRevisions);
        dependsOn = List.copyOf(dependsOn);
        branchLabels = List.copyOf(branchLabels);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * The failure. A caller that may not see SQL gets only SQLSTATE and line.
     *
     * @param sqlState the SQLSTATE; {@code null} when the server did not report one
     * @param message the server's message, or the error's; {@code null} when SQL may not be shown
     * @param detail the server's detail; {@code null} when it gave none, or SQL may not be shown
     * @param hint the server's hint; {@code null} when it gave none, or SQL may not be shown
     * @param file the script; {@code null} when the failure was outside of one, or SQL may not be shown
     * @param line the line of the statement in it; {@code null} likewise
     * @param blockedBy the session that held the lock; {@code null} if none was found, or SQL may not be shown
     */
    public record FailureDescriptor(
            @Nullable String sqlState,
            @Nullable String message,
            @Nullable String detail,
            @Nullable String hint,
            @Nullable String file,
            @Nullable Integer line,
            @Nullable String blockedBy) {

        static @Nullable FailureDescriptor of(@Nullable FailureRecord failure, boolean withSql) {
            return failure == null
                    ? null
                    : new FailureDescriptor(
                            failure.sqlState(),
                            withSql ? Disclosure.masked(failure.message()) : null,
                            withSql && failure.detail() != null ? Disclosure.masked(failure.detail()) : null,
                            withSql && failure.hint() != null ? Disclosure.masked(failure.hint()) : null,
                            withSql ? failure.file() : null,
                            failure.line(),
                            withSql ? failure.blockedBy() : null);
        }
    }

    static LogEntryDescriptor of(HistoryEntry entry, boolean withSql) {
        return new LogEntryDescriptor(
                entry.id(),
                entry.runId().toString(),
                entry.operation(),
                entry.revision(),
                entry.downRevisions(),
                entry.dependsOn(),
                entry.branchLabels(),
                entry.rowsBefore(),
                entry.rowsAfter(),
                entry.description(),
                entry.checksum(),
                entry.outcome(),
                FailureDescriptor.of(entry.failure(), withSql),
                entry.reason(),
                withSql ? entry.databaseUser() : null,
                entry.principal(),
                entry.application(),
                withSql ? entry.host() : null,
                entry.toolVersion(),
                entry.startedAt(),
                entry.took().toMillis());
    }
}
