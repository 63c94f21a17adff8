/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.page;

import dev.retort.status.FailureRecord;
import dev.retort.status.HistoryEntry;
import dev.retort.status.Hold;
import dev.retort.status.MigrationStatus;
import dev.retort.status.RevisionState;
import dev.retort.status.RevisionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an operator on call reads first of a database. Names revisions and those who asked for something, and neither files
 * nor database users nor what the server said.
 *
 * @param level how urgent it is
 * @param text what is the matter, and where the database is
 */
public record StateSummary(Level level, String text) {

    /** The urgency of the state. */
    public enum Level {
        /** No database was asked. */
        PLAIN,
        /** At head. */
        GOOD,
        /** Something waits for an operator, a run or a deployment. */
        NOTE,
        /** Something failed or stopped. */
        BAD
    }

    /**
     * Sums a database up.
     *
     * @param status its state
     * @param running whether a run is going on
     * @param newest the newest row of its history; {@code null} when there is none
     */
    public static StateSummary of(MigrationStatus status, boolean running, @Nullable HistoryEntry newest) {
        List<StateSummary> parts = new ArrayList<>();
        if (running) {
            parts.add(note("A run is going on."));
        }
        String trouble = trouble(status, running ? null : newest);
        if (trouble != null) {
            parts.add(new StateSummary(Level.BAD, trouble));
        }
        parts.add(position(status));
        Level worst =
                parts.stream().map(StateSummary::level).max(Level::compareTo).orElse(Level.PLAIN);
        return new StateSummary(
                worst, String.join(" ", parts.stream().map(StateSummary::text).toList()));
    }

    private static StateSummary note(String text) {
        return new StateSummary(Level.NOTE, text);
    }

    private static @Nullable String trouble(MigrationStatus status, @Nullable HistoryEntry newest) {
        List<String> partial = in(status, RevisionState.PARTIAL);
        if (!partial.isEmpty()) {
            return "Partial at " + String.join(", ", partial)
                    + ": a run stopped between its statements; the next upgrade continues, or requires `repair`.";
        }
        List<String> squashed = in(status, RevisionState.SQUASHED).stream()
                .filter(status.current()::contains)
                .toList();
        if (!squashed.isEmpty()) {
            return "At " + String.join(", ", squashed)
                    + ", which this build has only as a part of a squashed revision: a release from before the squash"
                    + " has to upgrade it.";
        }
        List<String> changed = in(status, RevisionState.CHANGED);
        if (!changed.isEmpty()) {
            return "Changed after " + (changed.size() == 1 ? "it was" : "they were") + " applied: "
                    + String.join(", ", changed) + ".";
        }
        return newest == null || newest.failure() == null ? null : failed(newest, newest.failure());
    }

    private static String failed(HistoryEntry entry, FailureRecord failure) {
        return "The last run failed at " + Objects.requireNonNullElse(entry.revision(), entry.operation())
                + (failure.line() == null ? "" : ", line " + failure.line())
                + (failure.sqlState() == null ? "" : " (SQLSTATE " + failure.sqlState() + ")") + ".";
    }

    private static StateSummary position(MigrationStatus status) {
        Hold hold = status.hold();
        if (hold != null) {
            return note("Held at " + hold.place() + " by " + hold.origin() + ": starting services do not upgrade it.");
        }
        String place = status.current().isEmpty() ? "base" : String.join(", ", status.current());
        if (status.ahead()) {
            return note("At " + place + ", ahead of this build, which does not know all of these revisions.");
        }
        int pending = status.pending().size();
        if (pending > 0) {
            return note(
                    "At " + place + ", " + (pending == 1 ? "1 revision is" : pending + " revisions are") + " pending.");
        }
        return new StateSummary(Level.GOOD, "At head: " + place + ".");
    }

    private static List<String> in(MigrationStatus status, RevisionState state) {
        return status.revisions().stream()
                .filter(each -> each.state() == state)
                .map(RevisionStatus::revision)
                .toList();
    }
}
