/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.answer;

import dev.retort.Retort;
import dev.retort.internal.page.StateSummary;
import dev.retort.status.HistoryEntry;
import dev.retort.status.MigrationStatus;
import dev.retort.status.RunInProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a database for one response.
 *
 * @param status its state
 * @param running the run in progress; {@code null} without one
 * @param summary the summary of both
 * @param log the requested rows of the history
 * @since 0.1
 */
public record DatabaseReading(
        MigrationStatus status, @Nullable RunInProgress running, StateSummary summary, List<HistoryEntry> log) {

    /** Copies the list. */
    public DatabaseReading {
        log = List.copyOf(log);
    }

    /**
     * Reads a database.
     *
     * @param retort its facade
     * @param limit how many rows of the history at most
     * @param before only rows with a smaller id; {@code null} from the newest
     */
    public static DatabaseReading of(Retort retort, int limit, @Nullable Long before) {
        MigrationStatus status = retort.status();
        RunInProgress running = retort.running().orElse(null);
        List<HistoryEntry> log = retort.log(limit, before);
        List<HistoryEntry> newest = before == null ? log : retort.log(1, null);
        StateSummary summary = StateSummary.of(status, running != null, newest.isEmpty() ? null : newest.get(0));
        return new DatabaseReading(status, running, summary, log);
    }
}
