/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.status;

import dev.retort.graph.Plan;
import dev.retort.graph.Step;
import dev.retort.internal.execute.step.StepRunner;
import dev.retort.internal.history.SharedTablesException;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.plan.AtHeadCheck;
import dev.retort.internal.plan.LazyScripts;
import dev.retort.internal.plan.MigrationState;
import dev.retort.internal.plan.PlanChecks;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.plan.UnknownRowsPolicy;
import dev.retort.run.ChangedScript;
import dev.retort.run.NotAtTargetException;
import dev.retort.run.RunKind;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks, or waits until, a database is at a target; changes nothing, takes no lock, and works on a standby. */
public final class TargetCheck {

    private static final Logger log = LoggerFactory.getLogger(TargetCheck.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final RunEnvironment environment;
    private final RunRequest request;

    /**
     * Creates a check.
     *
     * @param environment what it works with
     * @param request the target
     */
    public TargetCheck(RunEnvironment environment, RunRequest request) {
        this.environment = environment;
        this.request = request;
    }

    /**
     * Fails unless the database is at the target.
     *
     * @throws NotAtTargetException when revisions are pending
     */
    public RunResult validate() {
        return check(Duration.ZERO, "Run the migrations first, or start with retort.on-startup=upgrade or wait.");
    }

    /**
     * Waits until the database is at the target.
     *
     * @param limit how long
     * @throws NotAtTargetException when the limit is over
     */
    public RunResult await(Duration limit) {
        return check(
                limit,
                "The database was not migrated within " + limit.toSeconds()
                        + " s: find out why, or wait longer with retort.wait-timeout.");
    }

    private RunResult check(Duration limit, String action) {
        long startedAt = System.nanoTime();
        LazyScripts scripts = LazyScripts.inManifest(environment.scripts());
        scripts.warnOfEmptyLocations();
        try (MigrationConnection connection = environment.source().open()) {
            environment.takeRole(connection);
            Optional<AtHeadCheck> quick = AtHeadCheck.at(environment, connection, scripts, request);
            if (quick.isPresent() && quick.get().isVerified()) {
                return quick.get().nothing(RunKind.VALIDATE, startedAt);
            }
            while (true) {
                MigrationState migrationState = environment.lookOnly(scripts.revisions(), connection);
                SharedTablesException.refuse(migrationState.state());
                List<String> pending = pending(migrationState);
                if (pending.isEmpty()) {
                    List<ChangedScript> changed = migrationState.changed(migrationState.knownApplied());
                    new PlanChecks(environment, migrationState).changedScripts(changed);
                    return result(migrationState, startedAt);
                }
                if (System.nanoTime() - startedAt >= limit.toNanos()) {
                    throw new NotAtTargetException(request.target().text(), migrationState.rows(), pending, action);
                }
                log.debug("Waiting for {} pending revisions", pending.size());
                environment.sleeper().await(POLL, "the database");
            }
        } catch (SQLException e) {
            throw new DatabaseException("The database's state could not be read.", e);
        }
    }

    /** {@return the revisions that the target needs and the database lacks; none when it is ahead of this build} */
    private List<String> pending(MigrationState migrationState) {
        new PlanChecks(environment, migrationState).everythingHasRun();
        List<String> unknown = migrationState.unknownRows();
        if (!unknown.isEmpty()) {
            new UnknownRowsPolicy(environment.policy().unknownRevision(), migrationState).requireAhead();
            return List.of();
        }
        Plan plan = migrationState.revisions().graph().upgrade(migrationState.rows(), request.target());
        List<String> pending = new ArrayList<>();
        for (Step step : plan.steps()) {
            pending.add(step.revision().id());
        }
        String partial = migrationState.partialRevision();
        if (partial != null && pending.isEmpty()) {
            pending.add(partial);
        }
        return pending;
    }

    private static RunResult result(MigrationState migrationState, long startedAt) {
        return new RunResult(
                RunKind.VALIDATE,
                false,
                migrationState.rows(),
                migrationState.rows(),
                List.of(),
                false,
                null,
                !migrationState.unknownRows().isEmpty(),
                migrationState.revisions().count(),
                StepRunner.since(startedAt));
    }
}
