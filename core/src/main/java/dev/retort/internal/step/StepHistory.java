/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.graph.Direction;
import dev.retort.graph.Step;
import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.history.RevisionToRecord;
import dev.retort.internal.history.StepRows;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Squash;
import dev.retort.internal.script.Squash.Original;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The history of a step. */
public final class StepHistory {

    private StepHistory() {}

    /**
     * {@return the history rows of a step; for a squashed revision those of the revisions that it replaces}
     *
     * @param took how long it took
     * @param note what its reversal has to know; {@code null} for nothing
     */
    public static StepRows rows(PlannedStep step, Duration took, @Nullable String note) {
        Squash squash = step.script().squash();
        if (squash == null) {
            return StepRows.of(
                    HistoryRow.succeeded(step.operation(), subject(step), step.rowsBefore(), step.rowsAfter(), took)
                            .withNote(note));
        }
        List<HistoryRow> rows = new ArrayList<>();
        for (Step one : step.originals()) {
            rows.add(row(step, squash, one, took));
        }
        return new StepRows(step.revision(), rows.subList(0, rows.size() - 1), rows.get(rows.size() - 1));
    }

    private static HistoryRow row(PlannedStep step, Squash squash, Step one, Duration took) {
        List<String> before = new ArrayList<>(one.rowsBefore());
        List<String> after = new ArrayList<>(one.rowsAfter());
        if (one.revision().id().equals(step.revision())) {
            boolean up = one.direction() == Direction.UPGRADE;
            return HistoryRow.succeeded(step.operation(), subject(step), before, after, took)
                    .withNote(up ? squash.note(step.script().checksum()) : null);
        }
        Original original = squash.find(one.revision().id()).orElseThrow();
        RevisionToRecord subject =
                new RevisionToRecord(original.revision(), original.message(), original.checksum(), "", Map.of());
        return HistoryRow.succeeded(step.operation(), subject, before, after, Duration.ZERO)
                .because(squash.reason());
    }

    /** {@return what the history records of a step's revision} */
    public static RevisionToRecord subject(PlannedStep step) {
        RevisionScript script = step.script();
        return new RevisionToRecord(
                step.place(),
                script.message(),
                script.recordedChecksum(),
                script.checksum(),
                script.text(),
                step.placeholders());
    }
}
