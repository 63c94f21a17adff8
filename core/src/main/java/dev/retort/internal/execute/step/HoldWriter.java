/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.step;

import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.history.HistoryWriter;
import dev.retort.internal.plan.Decision.Execute;
import dev.retort.internal.plan.Decision.HoldChange;
import dev.retort.internal.step.StepStatements;
import dev.retort.status.Hold;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a run does to the hold. */
public final class HoldWriter {

    private final Execute decision;
    private final @Nullable Hold earlier;
    private final HistoryWriter historyWriter;

    public HoldWriter(Execute decision, @Nullable Hold earlier, HistoryWriter historyWriter) {
        this.decision = decision;
        this.earlier = earlier;
        this.historyWriter = historyWriter;
    }

    /** Before the first step of a downgrade, so that no instance upgrades while the downgrade is not yet complete. */
    public void begin() throws SQLException {
        if (decision.hold() == HoldChange.HOLD) {
            List<String> known = decision.revisions().ids();
            historyWriter.record(HistoryRow.hold(
                    rowsBefore(), new ArrayList<>(decision.plan().rowsAfter()), known));
        }
    }

    /** With the first step of an upgrade: a release commits only when the database goes up. */
    void releaseWith(StepStatements step) throws SQLException {
        boolean first = !decision.steps().isEmpty()
                && decision.steps().get(0).revision().equals(step.revision());
        if (decision.hold() == HoldChange.RELEASE && first) {
            historyWriter.record(HistoryRow.release(rowsBefore()));
        }
    }

    /** After a downgrade that failed before it took anything back: the hold is again what it was before. */
    public void undo() throws SQLException {
        if (decision.hold() == HoldChange.HOLD) {
            historyWriter.record(
                    earlier == null
                            ? HistoryRow.release(rowsBefore())
                            : HistoryRow.hold(rowsBefore(), earlier.rows(), earlier.knownRevisions()));
        }
    }

    private List<String> rowsBefore() {
        return new ArrayList<>(decision.plan().rowsBefore());
    }
}
