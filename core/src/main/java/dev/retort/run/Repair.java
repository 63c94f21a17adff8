/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import dev.retort.history.Bookkeeping;
import dev.retort.history.DatabaseState;
import dev.retort.history.HistoryRow;
import dev.retort.history.ProgressRow;
import dev.retort.history.RunIdentity;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** Writes down what a person found out about statements that nobody else can tell of. */
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
     * Settles the statement that is in doubt, under the migration lock, and tells the history.
     *
     * @throws RetortException when no statement of the revision is in doubt
     */
    public void settle(RepairRequest request) {
        LockedRun.alone(environment, "The repair failed.", (run, state) -> settle(request, state, run));
    }

    private void settle(RepairRequest request, DatabaseState state, LockedRun run) throws SQLException {
        ProgressRow doubtful = doubtful(request.revision(), state);
        boolean done = request.statement() == RepairRequest.Statement.DONE;
        String text = "Statement " + doubtful.statement() + " of revision " + request.revision()
                + (done ? " is done." : " is to run again.")
                + (request.reason() == null ? "" : " " + request.reason());
        RunIdentity identity = Identities.of(UUID.randomUUID(), environment, request.requester(), text);
        Bookkeeping bookkeeping = run.bookkeeping(state.tables(), identity);
        run.connection().inTransaction(() -> {
            if (done) {
                bookkeeping.recordProgress(new ProgressRow(
                        doubtful.revision(),
                        doubtful.operation(),
                        doubtful.statement(),
                        doubtful.fingerprint(),
                        true,
                        null));
            } else {
                bookkeeping.forgetIntent(doubtful);
            }
            bookkeeping.record(HistoryRow.succeeded("repair", null, state.rows(), state.rows(), Duration.ZERO));
            return true;
        });
    }

    private static ProgressRow doubtful(String revision, DatabaseState state) {
        for (ProgressRow row : state.progress()) {
            if (row.revision().equals(revision) && !row.done()) {
                return row;
            }
        }
        throw NothingToRepairException.noneInDoubt(revision);
    }
}
