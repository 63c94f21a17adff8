/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import dev.retort.internal.execute.step.LockedRun;
import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.history.HistoryWriter;
import dev.retort.internal.history.RevisionToRecord;
import dev.retort.internal.plan.Decision;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.run.LockLostException;
import dev.retort.run.RunKind;
import dev.retort.run.StepResult;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a stamp: version rows and one history row, in one transaction. */
public final class StampWriter {

    private StampWriter() {}

    static List<StepResult> record(Decision.Execute execute, HistoryWriter historyWriter, LockedRun run)
            throws SQLException {
        List<String> before = new ArrayList<>(execute.plan().rowsBefore());
        List<String> after = new ArrayList<>(execute.plan().rowsAfter());
        HistoryRow row = row(execute.revisions(), before, after);
        return run.connection().inTransaction(() -> {
            if (execute.hold() == Decision.HoldChange.RELEASE) {
                historyWriter.record(HistoryRow.release(before));
            }
            if (!historyWriter.recordStep(row, run.lock().heldCondition())) {
                throw new LockLostException(String.join(", ", after));
            }
            return List.<StepResult>of();
        });
    }

    /** {@return the row of a stamp, which covers the new version rows and their ancestors} */
    public static HistoryRow row(Revisions revisions, List<String> before, List<String> after) {
        return HistoryRow.succeeded(RunKind.STAMP, subject(revisions, before, after), before, after, Duration.ZERO)
                .covering(revisions.originals().appliedBy(after));
    }

    /** The revision that a stamp is about, where it is about one. */
    private static @Nullable RevisionToRecord subject(Revisions revisions, List<String> before, List<String> after) {
        List<String> fresh = new ArrayList<>(after);
        fresh.removeAll(before);
        if (fresh.size() != 1) {
            return null;
        }
        RevisionScript script = revisions.find(fresh.get(0));
        return script == null
                ? null
                : new RevisionToRecord(
                        revisions.place(fresh.get(0)),
                        script.message(),
                        script.recordedChecksum(),
                        script.checksum(),
                        script.text(),
                        Map.of());
    }
}
