/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.history;

import org.jspecify.annotations.Nullable;

/**
 * What the history keeps of a failure.
 *
 * @param sqlState the SQLSTATE; {@code null} when the server did not report one
 * @param message the server's message, or the error's
 * @param file the script; {@code null} when the failure was outside of one
 * @param line the line of the statement in it; {@code null} likewise
 * @param blockedBy who held the lock that was waited for; {@code null} when nobody was seen
 */
public record FailureRecord(
        @Nullable String sqlState,
        String message,
        @Nullable String file,
        @Nullable Integer line,
        @Nullable String blockedBy) {}
