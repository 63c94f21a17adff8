/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.history.Bookkeeping;
import dev.retort.history.HistoryRow;
import dev.retort.lock.LockLostException;
import dev.retort.lock.MigrationLock;
import java.sql.SQLException;

/**
 * What is written with the steps of a run.
 *
 * @param bookkeeping writes rows
 * @param lock whose holding is looked at with each step
 * @param marks what the first and the last step record beside themselves
 */
record StepBooks(Bookkeeping bookkeeping, MigrationLock lock, StepMarks marks) {

    /** Writes version rows and history as the last thing of the step's transaction; its first step ends a hold. */
    void record(StepScript step, HistoryRow row) throws SQLException {
        marks.holds().releaseWith(step);
        if (!bookkeeping.recordStep(marks.seal().on(step, marks.coverage().on(step, row)), lock.heldCondition())) {
            throw new LockLostException(step.revision());
        }
    }
}
