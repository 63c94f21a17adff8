/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.history.Bookkeeping;
import dev.retort.history.HistoryRow;
import dev.retort.history.Subject;
import dev.retort.lock.LockLostException;
import dev.retort.script.RevisionScript;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a stamp: version rows and one history row, in one transaction. */
final class Stamping {

    private Stamping() {}

    static List<StepResult> record(Decision.Go go, Bookkeeping bookkeeping, LockedRun run) throws SQLException {
        List<String> before = new ArrayList<>(go.plan().rowsBefore());
        List<String> after = new ArrayList<>(go.plan().rowsAfter());
        HistoryRow row = row(go.revisions(), before, after);
        return run.connection().inTransaction(() -> {
            if (go.hold() == Decision.HoldChange.RELEASE) {
                bookkeeping.record(HistoryRow.release(before));
            }
            if (!bookkeeping.recordStep(row, run.lock().heldCondition())) {
                throw new LockLostException(String.join(", ", after));
            }
            return List.<StepResult>of();
        });
    }

    /** {@return the row of a stamp, which covers the new version rows and their ancestors} */
    static HistoryRow row(Revisions revisions, List<String> before, List<String> after) {
        return HistoryRow.succeeded("stamp", subject(revisions, before, after), before, after, Duration.ZERO)
                .covering(revisions.graph().appliedBy(after));
    }

    /** The revision that a stamp is about, where it is about one. */
    private static @Nullable Subject subject(Revisions revisions, List<String> before, List<String> after) {
        List<String> fresh = new ArrayList<>(after);
        fresh.removeAll(before);
        if (fresh.size() != 1) {
            return null;
        }
        RevisionScript script = revisions.find(fresh.get(0));
        return script == null
                ? null
                : new Subject(
                        revisions.place(fresh.get(0)), script.message(), script.checksum(), script.text(), Map.of());
    }
}
