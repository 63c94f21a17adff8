/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import dev.retort.error.RetortException.Category;
import dev.retort.history.Bookkeeping;
import dev.retort.history.HistoryRow;
import dev.retort.history.RunIdentity;
import dev.retort.jdbc.DatabaseException;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.migration.MigrationListener;
import dev.retort.migration.RunEvent;
import dev.retort.run.Decision.Go;
import dev.retort.run.Decision.Nothing;
import dev.retort.run.Decision.Release;
import dev.retort.run.PlanRunner.RunRecords;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries requests out: looks, decides, takes the lock, looks and decides again, and runs.
 *
 * <p>Safe for use by several threads; each call has a connection of its own.
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
        return carryOut(new UpgradePlanner(environment.with(request.arguments()), request), request);
    }

    /** Takes revisions back to the request's target. */
    public RunResult downgrade(RunRequest request) {
        return carryOut(new DowngradePlanner(environment.with(request.arguments()), request), request);
    }

    /** Makes the tables, and with an empty version table the statement that nothing is applied yet. */
    public void ensureVersion() {
        LockedRun.alone(environment, "The version table could not be made.", LockedRun::createMissing);
    }

    /** Sets the version rows to the request's target. */
    public RunResult stamp(RunRequest request) {
        return carryOut(new StampPlanner(environment, request), request);
    }

    private RunResult carryOut(Planner planner, RunRequest request) {
        long startedAt = System.nanoTime();
        ScriptsInHand scripts = planner.operation().equals("upgrade")
                ? ScriptsInHand.stocked(environment.scripts())
                : ScriptsInHand.read(environment.scripts());
        scripts.warnOfEmptyLocations();
        try (MigrationConnection connection = environment.source().open()) {
            return carryOut(new Attempt(planner, request, scripts, startedAt), connection);
        } catch (SQLException e) {
            throw new DatabaseException("The " + planner.operation() + " failed.", e);
        }
    }

    private RunResult carryOut(Attempt attempt, MigrationConnection connection) throws SQLException {
        environment.takeRole(connection);
        Optional<RunResult> atTarget = atTargetInOneRoundTrip(attempt, connection);
        if (atTarget.isPresent()) {
            return atTarget.get();
        }
        Situation situation = look(attempt, connection);
        Optional<RunResult> settled = settleWithoutLock(attempt, situation, connection);
        if (settled.isPresent()) {
            return settled.get();
        }
        try (LockedRun run = LockedRun.open(
                environment,
                connection,
                situation.state().server(),
                situation.state().tables())) {
            return underLock(attempt, run);
        }
    }

    /** A stamp says what is applied, and so may take over the version rows of another schema. */
    private Situation look(Attempt attempt, MigrationConnection connection) throws SQLException {
        Situation situation = environment.look(attempt.scripts().revisions(), connection);
        if (attempt.planner().operation().equals("stamp")) {
            SharedTablesException.refuseAnotherVersionTable(situation.state());
        } else {
            SharedTablesException.refuse(situation.state());
        }
        return situation;
    }

    /**
     * What needs no lock: nothing to do, and a plan that is only to be shown. A conflict may be the work of a run that is
     * not yet done, so it is believed only when it is still there under the lock.
     */
    private Optional<RunResult> settleWithoutLock(Attempt attempt, Situation situation, MigrationConnection connection)
            throws SQLException {
        try {
            Decision decision = attempt.planner().decide(situation, connection);
            boolean needsLock =
                    !(decision instanceof Nothing) && !attempt.request().dryRun();
            return needsLock ? Optional.empty() : Optional.of(attempt.withoutRunning(situation, decision));
        } catch (RetortException e) {
            if (attempt.request().dryRun() || e.category() != Category.CONFLICT) {
                throw e;
            }
            log.debug("Looking again with the lock held", e);
            return Optional.empty();
        }
    }

    private Optional<RunResult> atTargetInOneRoundTrip(Attempt attempt, MigrationConnection connection)
            throws SQLException {
        if (!attempt.isUpgrade()) {
            return Optional.empty();
        }
        Optional<QuickLook> quick = QuickLook.at(environment, connection, attempt.scripts(), attempt.request());
        if (quick.isEmpty()) {
            return Optional.empty();
        }
        quick.get().state().server().requirePrimaryPostgres();
        return quick.get().isAtTarget()
                ? Optional.of(quick.get().nothing("upgrade", StepRunner.since(attempt.startedAt())))
                : Optional.empty();
    }

    private RunResult underLock(Attempt attempt, LockedRun run) throws SQLException {
        Situation situation = look(attempt, run.connection());
        Decision decision = attempt.planner().decide(situation, run.connection());
        if (decision instanceof Go go) {
            run.createMissing(situation.state());
            return attempt.result(situation, go, execute(attempt, situation, go, run));
        }
        if (decision instanceof Release) {
            RunIdentity identity = Identities.of(UUID.randomUUID(), environment, attempt.request());
            run.bookkeeping(situation.state().tables(), identity).record(HistoryRow.release(situation.rows()));
        }
        return attempt.withoutRunning(situation, decision);
    }

    private List<StepResult> execute(Attempt attempt, Situation situation, Go go, LockedRun run) throws SQLException {
        RunEvent event = event(attempt, go);
        RunIdentity identity = Identities.of(event.runId(), environment, attempt.request());
        Bookkeeping bookkeeping = run.bookkeeping(situation.state().tables(), identity);
        listeners(listener -> listener.beforeRun(event));
        FailureRecorder failures =
                new FailureRecorder(environment, run, situation.state().tables(), identity);
        Holds holds = new Holds(go, situation.state().hold(), bookkeeping);
        StepMarks marks = new StepMarks(holds, Coverage.of(situation, go), seal(attempt, situation, go));
        StepBooks books = new StepBooks(bookkeeping, run.lock(), marks);
        StepRunner stepRunner = new StepRunner(run, books, environment.listeners());
        RunRecords records = new RunRecords(event, situation.state().progress(), failures);
        holds.begin();
        List<StepResult> steps = go.plan().steps().isEmpty()
                ? Stamping.record(go, bookkeeping, run)
                : execute(new PlanRunner(environment, stepRunner, go, records), event, holds);
        quietly(listener -> listener.afterRun(event));
        return steps;
    }

    private static Seal seal(Attempt attempt, Situation situation, Go go) {
        return attempt.isUpgrade()
                ? Seal.of(attempt.request().target(), attempt.scripts().read(), situation, go)
                : Seal.none();
    }

    private List<StepResult> execute(PlanRunner runner, RunEvent event, Holds holds) throws SQLException {
        try {
            runner.run();
            return runner.results();
        } catch (Throwable failure) {
            undo(runner, holds, failure);
            quietly(listener -> listener.onFailure(event, failure));
            throw failure;
        }
    }

    private static void undo(PlanRunner runner, Holds holds, Throwable failure) {
        try {
            if (runner.leftNothing(failure)) {
                holds.undo();
            }
        } catch (SQLException | RetortException e) {
            failure.addSuppressed(e);
        }
    }

    private RunEvent event(Attempt attempt, Go go) {
        List<String> steps = new ArrayList<>();
        go.plan().steps().forEach(step -> steps.add(step.revision().id()));
        return new RunEvent(
                environment.database(),
                UUID.randomUUID(),
                attempt.planner().operation(),
                new ArrayList<>(go.plan().rowsBefore()),
                new ArrayList<>(go.plan().rowsAfter()),
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
