/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import dev.retort.error.RetortException;
import dev.retort.internal.execute.step.LockedRun;
import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.history.HistoryWriter;
import dev.retort.internal.history.RunIdentity;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.history.table.UnsafeTableException;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.SessionChangedException;
import dev.retort.internal.plan.RunEnvironment;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records the failure of a step, over a new connection when the run's own is gone. */
final class FailureRecorder {

    private static final Logger log = LoggerFactory.getLogger(FailureRecorder.class);

    private final RunEnvironment environment;
    private final LockedRun run;
    private final Tables tables;
    private final RunIdentity identity;

    FailureRecorder(RunEnvironment environment, LockedRun run, Tables tables, RunIdentity identity) {
        this.environment = environment;
        this.run = run;
        this.tables = tables;
        this.identity = identity;
    }

    void record(HistoryRow row) {
        try {
            run.historyWriter(tables, identity).record(row);
        } catch (SessionChangedException | UnsafeTableException e) {
            log.warn("The failure could not be recorded in the history: {}", e.getMessage());
        } catch (SQLException e) {
            log.debug("The run lost its connection; recording its failure through another one", e);
            recordOverAnother(row);
        }
    }

    private void recordOverAnother(HistoryRow row) {
        // A pool of one must have its connection back before it can give another.
        run.abandon();
        try (MigrationConnection connection = environment.source().open()) {
            connection.prepareSession(environment.session());
            new HistoryWriter(connection, tables, identity, 0).record(row);
        } catch (SQLException | RetortException e) {
            log.warn("The failure could not be recorded in the history: {}", e.getMessage());
        }
    }
}
