/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.history.Bookkeeping;
import dev.retort.history.HistoryRow;
import dev.retort.run.Decision.Go;
import dev.retort.run.Decision.HoldChange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes what a run does to the hold. */
final class Holds {

    private final Go decision;
    private final Bookkeeping bookkeeping;
    private final FailureRecorder failures;

    Holds(Go decision, Bookkeeping bookkeeping, FailureRecorder failures) {
        this.decision = decision;
        this.bookkeeping = bookkeeping;
        this.failures = failures;
    }

    /** Before the first step, so that no instance goes up while the way down is not yet complete. */
    void change() throws SQLException {
        if (decision.hold() == HoldChange.HOLD) {
            List<String> known = new ArrayList<>();
            decision.revisions().graph().revisions().forEach(revision -> known.add(revision.id()));
            bookkeeping.record(HistoryRow.hold(
                    rowsBefore(), new ArrayList<>(decision.plan().rowsAfter()), known));
        }
        if (decision.hold() == HoldChange.RELEASE) {
            bookkeeping.record(HistoryRow.release(rowsBefore()));
        }
    }

    /** After a downgrade that failed before it took anything back. */
    void undo() {
        if (decision.hold() == HoldChange.HOLD) {
            failures.record(bookkeeping, HistoryRow.release(rowsBefore()));
        }
    }

    private List<String> rowsBefore() {
        return new ArrayList<>(decision.plan().rowsBefore());
    }
}
