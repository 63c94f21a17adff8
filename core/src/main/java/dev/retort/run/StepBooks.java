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
 * @param holds what the first step does to a hold
 * @param seal what the last step says of the whole
 */
record StepBooks(Bookkeeping bookkeeping, MigrationLock lock, Holds holds, Seal seal) {

    /** Writes version rows and history as the last thing of the step's transaction; its first step ends a hold. */
    void record(StepScript step, HistoryRow row) throws SQLException {
        holds.releaseWith(step);
        if (!bookkeeping.recordStep(seal.on(step, row), lock.heldCondition())) {
            throw new LockLostException(step.revision());
        }
    }
}
