/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database as the page shows it.
 *
 * @param name its name in the settings
 * @param summary one sentence: where it is, and what keeps it there
 * @param run the run that is going on; {@code null} when there is none
 * @param revisions its revisions, newest first
 * @param log the newest rows of its history
 */
public record PageDatabase(
        String name,
        StateSummary summary,
        @Nullable PageRun run,
        List<PageRevision> revisions,
        List<PageLogEntry> log) {

    /** Copies the lists. */
    public PageDatabase {
        revisions = List.copyOf(revisions);
        log = List.copyOf(log);
    }

    /**
     * A run that is going on: what the reader may see of it.
     *
     * @param session the session that runs it; {@code null} when it may not be shown
     * @param since how long its transaction has been open; {@code null} when none is
     * @param statement the statement; {@code null} when it may not be shown
     * @param phase what the statement is at; {@code null} when the server does not say
     * @param blockedBy the sessions that it waits for; {@code null} when it waits for none, or they may not be shown
     */
    public record PageRun(
            @Nullable String session,
            @Nullable String since,
            @Nullable String statement,
            @Nullable String phase,
            @Nullable String blockedBy) {}
}
