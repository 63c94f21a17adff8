/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import org.jspecify.annotations.Nullable;

/**
 * The statement that failed, and the server's error.
 *
 * @param revision the revision it belongs to
 * @param file the script
 * @param line the line of the statement in the script, counted from 1
 * @param text the statement
 * @param sqlState the SQLSTATE; {@code null} when the server did not answer
 * @param message the server's message
 * @param detail the server's detail; {@code null} when it gave none
 * @param hint the server's hint; {@code null} when it gave none
 * @param blockedBy the session that held the lock; {@code null} if none was visible
 * @since 0.1
 */
public record FailedStatement(
        String revision,
        String file,
        int line,
        String text,
        @Nullable String sqlState,
        String message,
        @Nullable String detail,
        @Nullable String hint,
        @Nullable String blockedBy) {}
