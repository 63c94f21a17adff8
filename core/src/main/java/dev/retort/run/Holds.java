/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.history.Bookkeeping;
import dev.retort.history.HistoryRow;
import dev.retort.history.Hold;
import dev.retort.run.Decision.Go;
import dev.retort.run.Decision.HoldChange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a run does to the hold. */
final class Holds {

    private final Go decision;
    private final @Nullable Hold earlier;
    private final Bookkeeping bookkeeping;

    Holds(Go decision, @Nullable Hold earlier, Bookkeeping bookkeeping) {
        this.decision = decision;
        this.earlier = earlier;
        this.bookkeeping = bookkeeping;
    }

    /** Before the first step of a downgrade, so that no instance goes up while the way down is not yet complete. */
    void begin() throws SQLException {
        if (decision.hold() == HoldChange.HOLD) {
            List<String> known = decision.revisions().ids();
            bookkeeping.record(HistoryRow.hold(
                    rowsBefore(), new ArrayList<>(decision.plan().rowsAfter()), known));
        }
    }

    /** With the first step of an upgrade: a release commits only when the database goes up. */
    void releaseWith(StepScript step) throws SQLException {
        boolean first = !decision.steps().isEmpty()
                && decision.steps().get(0).revision().equals(step.revision());
        if (decision.hold() == HoldChange.RELEASE && first) {
            bookkeeping.record(HistoryRow.release(rowsBefore()));
        }
    }

    /** After a downgrade that failed before it took anything back: the hold is again what it was before. */
    void undo() throws SQLException {
        if (decision.hold() == HoldChange.HOLD) {
            bookkeeping.record(
                    earlier == null
                            ? HistoryRow.release(rowsBefore())
                            : HistoryRow.hold(rowsBefore(), earlier.rows(), earlier.knownRevisions()));
        }
    }

    private List<String> rowsBefore() {
        return new ArrayList<>(decision.plan().rowsBefore());
    }
}
