/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.step;

import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.history.HistoryWriter;
import dev.retort.internal.plan.Decision.Execute;
import dev.retort.internal.step.PlannedStep;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what a run does to the hold: with its first step, so that the hold changes only when the version rows do.
 *
 * @param decision what the run does
 * @param historyWriter writes rows
 */
public record HoldWriter(Execute decision, HistoryWriter historyWriter) {

    /** Until the first step ends, the lock keeps other runs out; where it ends in parts, its progress does. */
    void changeWith(PlannedStep step) throws SQLException {
        if (decision.steps().isEmpty() || !decision.steps().get(0).revision().equals(step.revision())) {
            return;
        }
        List<String> before = new ArrayList<>(decision.plan().rowsBefore());
        switch (decision.hold()) {
            case NONE -> {}
            case RELEASE -> historyWriter.record(HistoryRow.release(before));
            case HOLD -> {
                List<String> after = new ArrayList<>(decision.plan().rowsAfter());
                historyWriter.record(
                        HistoryRow.hold(before, after, decision.revisions().ids()));
            }
        }
    }
}
