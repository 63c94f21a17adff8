/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import dev.retort.error.RetortException;
import dev.retort.error.RetortException.Category;
import dev.retort.event.MigrationListener;
import dev.retort.event.RunEvent;
import dev.retort.internal.adopt.RecordedAdoption;
import dev.retort.internal.adopt.tool.Adoptions;
import dev.retort.internal.execute.PlanRunner.RunRecords;
import dev.retort.internal.execute.adopt.AdoptionRun;
import dev.retort.internal.execute.step.HoldWriter;
import dev.retort.internal.execute.step.LockedRun;
import dev.retort.internal.execute.step.StepMarks;
import dev.retort.internal.execute.step.StepMirror;
import dev.retort.internal.execute.step.StepRecorder;
import dev.retort.internal.execute.step.StepRunner;
import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.history.HistoryWriter;
import dev.retort.internal.history.RunIdentity;
import dev.retort.internal.history.SharedTablesException;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.plan.AtHeadCheck;
import dev.retort.internal.plan.Coverage;
import dev.retort.internal.plan.Decision;
import dev.retort.internal.plan.Decision.Execute;
import dev.retort.internal.plan.Decision.NoOp;
import dev.retort.internal.plan.Decision.Release;
import dev.retort.internal.plan.DowngradePlanner;
import dev.retort.internal.plan.LazyScripts;
import dev.retort.internal.plan.MigrationState;
import dev.retort.internal.plan.Planner;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.plan.RunIdentities;
import dev.retort.internal.plan.StampPlanner;
import dev.retort.internal.plan.UpgradeFingerprint;
import dev.retort.internal.plan.UpgradePlanner;
import dev.retort.run.RunKind;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import dev.retort.run.StepResult;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries requests out: looks, decides, takes the lock, looks and decides again, and runs.
 *
 * <p>Safe for use by several threads; each call opens its own connection.
 */
public final class Migrator {

    private static final Logger log = LoggerFactory.getLogger(Migrator.class);

    private final RunEnvironment environment;

    /**
     * Creates a migrator.
     *
     * @param environment what its runs work with
     */
    public Migrator(RunEnvironment environment) {
        this.environment = environment;
    }

    /** Brings the database up to the request's target. */
    public RunResult upgrade(RunRequest request) {
        return carryOut(
                RunKind.UPGRADE, request, () -> new UpgradePlanner(environment.with(request.arguments()), request));
    }

    /** Downgrades revisions to the request's target. */
    public RunResult downgrade(RunRequest request) {
        return carryOut(
                RunKind.DOWNGRADE, request, () -> new DowngradePlanner(environment.with(request.arguments()), request));
    }

    /** Makes the tables, and with an empty version table the statement that nothing is applied yet. */
    public void ensureVersion() {
        LockedRun.alone(environment, "The version table could not be created.", LockedRun::createMissing);
    }

    /** Sets the version rows to the request's target. */
    public RunResult stamp(RunRequest request) {
        return carryOut(RunKind.STAMP, request, () -> new StampPlanner(environment, request));
    }

    /** The planner is created only if there is something to decide: a start at head needs none of its classes. */
    private RunResult carryOut(RunKind operation, RunRequest request, Supplier<Planner> planner) {
        long startedAt = System.nanoTime();
        LazyScripts scripts = operation == RunKind.UPGRADE
                ? LazyScripts.inManifest(environment.scripts())
                : LazyScripts.read(environment.scripts());
        scripts.warnOfEmptyLocations();
        try (MigrationConnection connection = environment.source().open()) {
            return carryOut(new RunAttempt(operation, request, scripts, startedAt), planner, connection);
        } catch (SQLException e) {
            throw new DatabaseException("The " + operation + " failed.", e);
        }
    }

    private RunResult carryOut(RunAttempt attempt, Supplier<Planner> lazyPlanner, MigrationConnection connection)
            throws SQLException {
        environment.takeRole(connection);
        Optional<RunResult> atTarget = atTargetInOneRoundTrip(attempt, connection);
        if (atTarget.isPresent()) {
            return atTarget.get();
        }
        Planner planner = lazyPlanner.get();
        MigrationState migrationState = look(attempt, connection);
        Optional<RunResult> settled = settleWithoutLock(attempt, planner, migrationState, connection);
        if (settled.isPresent()) {
            return settled.get();
        }
        try (LockedRun run = LockedRun.open(
                environment,
                connection,
                migrationState.state().server(),
                migrationState.state().tables())) {
            return underLock(attempt, planner, run);
        }
    }

    /** A stamp says what is applied, and so may take over the version rows of another schema. */
    private MigrationState look(RunAttempt attempt, MigrationConnection connection) throws SQLException {
        MigrationState migrationState = environment.look(attempt.scripts().revisions(), connection);
        if (attempt.operation() == RunKind.STAMP) {
            SharedTablesException.refuseAnotherVersionTable(migrationState.state());
        } else {
            SharedTablesException.refuse(migrationState.state());
        }
        return migrationState;
    }

    /**
     * What needs no lock: nothing to do, and a plan that is only to be shown. A conflict may be the work of a run that
     * is not yet done, so it is believed only when it is still there under the lock. A run with steps compares the old
     * table of an adopted database under the lock.
     */
    private Optional<RunResult> settleWithoutLock(
            RunAttempt attempt, Planner planner, MigrationState migrationState, MigrationConnection connection)
            throws SQLException {
        AdoptionAtStart adoption = new AdoptionAtStart(environment, attempt);
        boolean adopts = adoption.isRequested() && Adoptions.isFree(migrationState.state(), connection);
        boolean dryRun = attempt.request().dryRun();
        if (adopts && !dryRun) {
            return Optional.empty();
        }
        try {
            MigrationState planned = adopts ? adoption.planned(migrationState, connection) : migrationState;
            Decision decision = planner.decide(planned, connection);
            if (decision instanceof Execute && !dryRun) {
                return Optional.empty();
            }
            adoption.requireNothingForeign(migrationState, connection);
            boolean needsLock = !(decision instanceof NoOp) && !dryRun;
            return needsLock ? Optional.empty() : Optional.of(attempt.withoutRunning(planned, decision));
        } catch (RetortException e) {
            if (attempt.request().dryRun() || e.category() != Category.CONFLICT) {
                throw e;
            }
            log.debug("Reading the state again while holding the lock", e);
            return Optional.empty();
        }
    }

    private Optional<RunResult> atTargetInOneRoundTrip(RunAttempt attempt, MigrationConnection connection)
            throws SQLException {
        if (!attempt.isUpgrade() || new AdoptionAtStart(environment, attempt).isRequested()) {
            return Optional.empty();
        }
        Optional<AtHeadCheck> quick = AtHeadCheck.at(environment, connection, attempt.scripts(), attempt.request());
        if (quick.isEmpty()) {
            return Optional.empty();
        }
        quick.get().state().server().requirePrimaryPostgres();
        return quick.get().isAtTarget()
                ? Optional.of(quick.get().nothing(RunKind.UPGRADE, attempt.startedAt()))
                : Optional.empty();
    }

    private RunResult underLock(RunAttempt attempt, Planner planner, LockedRun run) throws SQLException {
        MigrationState migrationState = look(attempt, run.connection());
        if (new AdoptionAtStart(environment, attempt).adopt(migrationState, run)) {
            migrationState = look(attempt, run.connection());
        }
        Decision decision = planner.decide(migrationState, run.connection());
        if (decision instanceof Execute execute) {
            return attempt.result(migrationState, execute, execute(attempt, migrationState, execute, run));
        }
        if (decision instanceof Release) {
            RunIdentity identity = RunIdentities.of(UUID.randomUUID(), environment, attempt.request());
            run.historyWriter(migrationState.state().tables(), identity)
                    .record(HistoryRow.release(migrationState.rows()));
        }
        return attempt.withoutRunning(migrationState, decision);
    }

    private List<StepResult> execute(RunAttempt attempt, MigrationState migrationState, Execute execute, LockedRun run)
            throws SQLException {
        StepMirror mirror = mirror(migrationState, run.connection());
        run.createMissing(migrationState.state());
        RunEvent event = event(attempt, execute);
        RunIdentity identity = RunIdentities.of(event.runId(), environment, attempt.request());
        HistoryWriter historyWriter = run.historyWriter(migrationState.state().tables(), identity);
        listeners(listener -> listener.beforeRun(event));
        FailureRecorder failures =
                new FailureRecorder(environment, run, migrationState.state().tables(), identity);
        HoldWriter holds = new HoldWriter(execute, historyWriter);
        StepMarks marks = new StepMarks(
                holds, Coverage.of(migrationState, execute), fingerprint(attempt, migrationState, execute), mirror);
        StepRecorder history = new StepRecorder(historyWriter, run.lock(), marks);
        StepRunner stepRunner = new StepRunner(run, history, environment.listeners());
        RunRecords records = new RunRecords(event, migrationState.state().progress(), failures);
        List<StepResult> steps = execute.plan().steps().isEmpty()
                ? StampWriter.record(execute, historyWriter, run)
                : execute(new PlanRunner(environment, stepRunner, execute, records), event);
        quietly(listener -> listener.afterRun(event));
        return steps;
    }

    /** {@return the mirror of an adopted database, to which the other tool has not written since} */
    private StepMirror mirror(MigrationState migrationState, MigrationConnection connection) throws SQLException {
        Optional<RecordedAdoption> adoption = Adoptions.adopted(connection, migrationState.state());
        if (adoption.isEmpty()) {
            return StepMirror.none();
        }
        AdoptionRun.requireNothingForeign(migrationState, adoption.get(), connection);
        return StepMirror.of(environment, adoption.get().table(), connection);
    }

    private static UpgradeFingerprint fingerprint(RunAttempt attempt, MigrationState migrationState, Execute execute) {
        return attempt.isUpgrade()
                ? UpgradeFingerprint.of(
                        attempt.request().target(), attempt.scripts().read(), migrationState, execute)
                : UpgradeFingerprint.none();
    }

    private List<StepResult> execute(PlanRunner runner, RunEvent event) throws SQLException {
        try {
            runner.run();
            return runner.results();
        } catch (Throwable failure) {
            quietly(listener -> listener.onFailure(event, failure));
            throw failure;
        }
    }

    private RunEvent event(RunAttempt attempt, Execute execute) {
        List<String> steps = new ArrayList<>();
        execute.plan().steps().forEach(step -> steps.add(step.revision().id()));
        return new RunEvent(
                environment.database(),
                UUID.randomUUID(),
                attempt.operation(),
                new ArrayList<>(execute.plan().rowsBefore()),
                new ArrayList<>(execute.plan().rowsAfter()),
                steps,
                attempt.request().arguments());
    }

    private void listeners(Consumer<MigrationListener> call) {
        environment.listeners().forEach(call);
    }

    /** Tells listeners what is decided: their exceptions cannot change it. */
    private void quietly(Consumer<MigrationListener> call) {
        for (MigrationListener listener : environment.listeners()) {
            try {
                call.accept(listener);
            } catch (RuntimeException e) {
                log.warn("The listener {} failed after the run was decided", listener, e);
            }
        }
    }
}
