/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.status;

import org.jspecify.annotations.Nullable;

/**
 * A failure as recorded in the history.
 *
 * @param sqlState the SQLSTATE; {@code null} when the server did not report one
 * @param message the server's message, or the error's
 * @param detail the server's detail, or where in a function it happened; {@code null} when there is none
 * @param hint the server's hint; {@code null} when there is none
 * @param file the script; {@code null} when the failure was outside of one
 * @param line the line of the statement in it; {@code null} likewise
 * @param blockedBy the session that held the lock; {@code null} if none was visible
 * @since 0.1
 */
public record FailureRecord(
        @Nullable String sqlState,
        String message,
        @Nullable String detail,
        @Nullable String hint,
        @Nullable String file,
        @Nullable Integer line,
        @Nullable String blockedBy) {}
