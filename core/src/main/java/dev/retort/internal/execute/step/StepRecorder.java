/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.step;

import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.history.HistoryWriter;
import dev.retort.internal.history.StepRows;
import dev.retort.internal.lock.MigrationLock;
import dev.retort.internal.step.PlannedStep;
import dev.retort.run.LockLostException;
import java.sql.SQLException;

/**
 * Writes version rows and history with the steps of a run.
 *
 * @param historyWriter writes rows
 * @param lock the lock, which each step checks
 * @param marks what the first and the last step record beside themselves
 */
public record StepRecorder(HistoryWriter historyWriter, MigrationLock lock, StepMarks marks) {

    /** Writes version rows and history as the last statements of the step's transaction; its first step changes the hold. */
    void record(PlannedStep step, StepRows rows) throws SQLException {
        marks.holds().changeWith(step);
        marks.mirror().record(step);
        HistoryRow last = marks.fingerprint().on(step, marks.coverage().on(step, rows.last()));
        if (!historyWriter.recordStep(rows.with(last), lock.heldCondition())) {
            throw new LockLostException(step.revision());
        }
    }
}
