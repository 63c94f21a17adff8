/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one reading says of a database: its state, the run that is going on, and rows of its history.
 *
 * @param status its state
 * @param running the run that holds the migration lock; {@code null} without one
 * @param newest the newest row of the history; {@code null} without one
 * @param log the requested rows of the history, newest first
 * @since 0.1
 */
public record MigrationReport(
        MigrationStatus status,
        @Nullable RunInProgress running,
        @Nullable HistoryEntry newest,
        List<HistoryEntry> log) {

    /**
     * Copies the list.
     *
     * @param status its state
     * @param running the run that holds the migration lock; {@code null} without one
     * @param newest the newest row of the history; {@code null} without one
     * @param log the requested rows of the history, newest first
     */
    public MigrationReport {
        log = List.copyOf(log);
    }
}
