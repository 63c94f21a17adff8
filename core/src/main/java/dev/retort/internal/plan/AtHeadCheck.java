/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.internal.history.AtHeadState;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.script.ScriptManifest;
import dev.retort.run.RunKind;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sees in one round trip that there is nothing to do, as most starts find. Either an earlier run has verified these
 * very scripts for this target and nothing happened since: then they need not be read. Or what the history holds of the
 * applied revisions is what the scripts say, and the target lies below.
 *
 * @param scripts the scripts
 * @param request the request
 * @param state the state of the server
 */
public record AtHeadCheck(LazyScripts scripts, RunRequest request, AtHeadState state) {

    /** Looks; empty when Retort has not been here or may not look. */
    public static Optional<AtHeadCheck> at(
            RunEnvironment environment, MigrationConnection connection, LazyScripts scripts, RunRequest request)
            throws SQLException {
        ScriptManifest manifest = scripts.manifest();
        String digest = manifest == null ? "" : UpgradeFingerprint.digest(manifest, request.target());
        Optional<AtHeadState> state = environment.atHeadReader(connection).read(digest);
        return state.isEmpty() ? Optional.empty() : Optional.of(new AtHeadCheck(scripts, request, state.get()));
    }

    /** {@return whether an earlier run verified everything, and nothing happened since} */
    public boolean isVerified() {
        return state.verified() && !state.unfinished();
    }

    /**
     * {@return whether nothing is to be done} What an upgrade verified left no hold; otherwise an explicit request may
     * have a hold to end, of which this tells nothing.
     */
    public boolean isAtTarget() {
        return isVerified()
                || (!request.requester().isOperator()
                        && MigrationState.isAsRecorded(scripts.revisions(), state)
                        && isTargetApplied());
    }

    private boolean isTargetApplied() {
        return scripts.revisions()
                .graph()
                .upgrade(state.rows(), request.target())
                .steps()
                .isEmpty();
    }

    /**
     * {@return the result of an operation that finds nothing to do}
     *
     * @param startedAt when it began, in the time of {@link System#nanoTime}
     */
    public RunResult nothing(RunKind operation, long startedAt) {
        Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
        ScriptManifest manifest = scripts.manifest();
        int found = manifest == null ? scripts.revisions().count() : manifest.count();
        return new RunResult(
                operation, request.dryRun(), state.rows(), state.rows(), List.of(), false, null, false, found, took);
    }
}
