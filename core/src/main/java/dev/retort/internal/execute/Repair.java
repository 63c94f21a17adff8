/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import dev.retort.error.RetortException;
import dev.retort.internal.execute.step.LockedRun;
import dev.retort.internal.history.DatabaseState;
import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.history.HistoryWriter;
import dev.retort.internal.history.ProgressRow;
import dev.retort.internal.history.RunIdentity;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.plan.RunIdentities;
import dev.retort.run.NothingToRepairException;
import dev.retort.run.RepairRequest;
import dev.retort.run.RunKind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** Records the outcome of statements that an operator found and Retort cannot determine. */
public final class Repair {

    private final RunEnvironment environment;

    /**
     * Creates a repair.
     *
     * @param environment what it works with
     */
    public Repair(RunEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Settles how a revision continues, under the migration lock, and tells the history.
     *
     * @throws RetortException when no statement of the revision is in doubt, or it did not stop in the middle
     */
    public void settle(RepairRequest request) {
        LockedRun.alone(environment, "The repair failed.", (run, state) -> settle(request, state, run));
    }

    private void settle(RepairRequest request, DatabaseState state, LockedRun run) throws SQLException {
        ProgressRow row = row(request, state);
        String text = text(request, row) + (request.reason() == null ? "" : " " + request.reason());
        RunIdentity identity = RunIdentities.of(UUID.randomUUID(), environment, request.requester(), text);
        HistoryWriter historyWriter = run.historyWriter(state.tables(), identity);
        run.connection().inTransaction(() -> {
            change(request, row, historyWriter);
            historyWriter.record(HistoryRow.succeeded(RunKind.REPAIR, null, state.rows(), state.rows(), Duration.ZERO));
            return true;
        });
    }

    private static String text(RepairRequest request, ProgressRow row) {
        String statement = "Statement " + row.statement() + " of revision " + request.revision();
        return switch (request.statement()) {
            case DONE -> statement + " is done.";
            case AGAIN -> statement + " is to run again.";
            case RESTART -> "Revision " + request.revision() + " is to run again from its beginning.";
        };
    }

    private static void change(RepairRequest request, ProgressRow row, HistoryWriter historyWriter)
            throws SQLException {
        switch (request.statement()) {
            case DONE ->
                historyWriter.recordProgress(new ProgressRow(
                        row.revision(), row.operation(), row.statement(), row.fingerprint(), true, null));
            case AGAIN -> historyWriter.forgetIntent(row);
            case RESTART -> historyWriter.forgetProgress(request.revision());
        }
    }

    /** The statement in doubt; for a restart, any. */
    private static ProgressRow row(RepairRequest request, DatabaseState state) {
        boolean restart = request.statement() == RepairRequest.Statement.RESTART;
        for (ProgressRow row : state.progress()) {
            if (row.revision().equals(request.revision()) && (restart || !row.done())) {
                return row;
            }
        }
        throw restart
                ? NothingToRepairException.notStopped(request.revision())
                : NothingToRepairException.noneInDoubt(request.revision());
    }
}
