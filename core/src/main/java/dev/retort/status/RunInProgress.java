/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that holds the migration lock of a database now, in whatever process.
 *
 * @param session the session that runs it: process id, database user, application
 * @param openFor how long its transaction has been open, such as {@code 00:05:10}; {@code null} when none is
 * @param statement the statement that the session runs, or ran last; {@code null} when the role may not see it
 * @param phase what an index build is at; {@code null} when none is running
 * @param percent how much of that phase is done; {@code null} when the server does not say
 * @param blockedBy the sessions that hold what it waits for
 * @since 0.1
 */
public record RunInProgress(
        String session,
        @Nullable String openFor,
        @Nullable String statement,
        @Nullable String phase,
        @Nullable Integer percent,
        List<String> blockedBy) {

    /**
     * Copies the list.
     *
     * @param session the session that runs it: process id, database user, application
     * @param openFor how long its transaction has been open, such as {@code 00:05:10}; {@code null} when none is
     * @param statement the statement that the session runs, or ran last; {@code null} when the role may not see it
     * @param phase what an index build is at; {@code null} when none is running
     * @param percent how much of that phase is done; {@code null} when the server does not say
     * @param blockedBy the sessions that hold what it waits for
     */
    public RunInProgress {
        blockedBy = List.copyOf(blockedBy);
    }
}
