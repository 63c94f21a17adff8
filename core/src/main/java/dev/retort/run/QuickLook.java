/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.history.QuickState;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.script.ScriptStock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sees in one round trip that there is nothing to do, as most starts find. Either an earlier run has verified these very
 * scripts for this target and nothing happened since: then they need not be read. Or what the history holds of the applied
 * revisions is what the scripts say, and the target lies below.
 *
 * @param scripts the scripts
 * @param request what is asked
 * @param state what the server told
 */
record QuickLook(ScriptsInHand scripts, RunRequest request, QuickState state) {

    /** Looks; empty when Retort has not been here or may not look. */
    static Optional<QuickLook> at(
            RunEnvironment environment, MigrationConnection connection, ScriptsInHand scripts, RunRequest request)
            throws SQLException {
        ScriptStock stock = scripts.stock();
        String digest = stock == null ? "" : Seal.digest(stock, request.target());
        return environment.reader(connection).readQuickly(digest).map(state -> new QuickLook(scripts, request, state));
    }

    /** {@return whether an earlier run verified everything, and nothing happened since} */
    boolean isVerified() {
        return state.verified() && !state.unfinished();
    }

    /**
     * {@return whether nothing is to be done} What an upgrade verified left no hold; otherwise an explicit request may have a
     * hold to end, of which this tells nothing.
     */
    boolean isAtTarget() {
        return isVerified()
                || (!request.requester().isOperator()
                        && Situation.isAsRecorded(scripts.revisions(), state)
                        && isTargetApplied());
    }

    private boolean isTargetApplied() {
        return scripts.revisions()
                .graph()
                .upgrade(state.rows(), request.target())
                .steps()
                .isEmpty();
    }

    /** {@return the result of an operation that finds nothing to do} */
    RunResult nothing(String operation, Duration took) {
        ScriptStock stock = scripts.stock();
        int found = stock == null ? scripts.revisions().count() : stock.count();
        return new RunResult(
                operation, request.dryRun(), state.rows(), state.rows(), List.of(), false, null, false, found, took);
    }
}
