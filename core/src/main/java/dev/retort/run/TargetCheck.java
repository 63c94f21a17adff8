/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.graph.Plan;
import dev.retort.graph.Step;
import dev.retort.jdbc.DatabaseException;
import dev.retort.jdbc.MigrationConnection;
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
    private static final String OPERATION = "validate";
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
                "Nobody migrated the database within " + limit.toSeconds()
                        + " s: see why, or wait longer with retort.wait-timeout.");
    }

    private RunResult check(Duration limit, String action) {
        long startedAt = System.nanoTime();
        ScriptsInHand scripts = ScriptsInHand.stocked(environment.scripts());
        scripts.warnOfEmptyLocations();
        try (MigrationConnection connection = environment.source().open()) {
            environment.takeRole(connection);
            Optional<QuickLook> quick = QuickLook.at(environment, connection, scripts, request);
            if (quick.isPresent() && quick.get().isVerified()) {
                return quick.get().nothing(OPERATION, StepRunner.since(startedAt));
            }
            while (true) {
                Situation situation = environment.lookOnly(scripts.revisions(), connection);
                SharedTablesException.refuse(situation.state());
                List<String> pending = pending(situation);
                if (pending.isEmpty()) {
                    List<ChangedScript> changed = situation.changed(situation.knownApplied());
                    new PlanChecks(environment, situation).changedScripts(changed);
                    return result(situation, startedAt);
                }
                if (System.nanoTime() - startedAt >= limit.toNanos()) {
                    throw new NotAtTargetException(request.target(), situation.rows(), pending, action);
                }
                log.debug("Waiting for {} pending revisions", pending.size());
                environment.sleeper().await(POLL, "the database");
            }
        } catch (SQLException e) {
            throw new DatabaseException("The database's state could not be read.", e);
        }
    }

    /** {@return the revisions that the target needs and the database lacks; none when it is ahead of this build} */
    private List<String> pending(Situation situation) {
        new PlanChecks(environment, situation).everythingHasRun();
        List<String> unknown = situation.unknownRows();
        if (!unknown.isEmpty()) {
            new UnknownRowsPolicy(environment.policy().unknownRevision(), situation).requireAhead();
            return List.of();
        }
        Plan plan = situation.revisions().graph().upgrade(situation.rows(), request.target());
        List<String> pending = new ArrayList<>();
        for (Step step : plan.steps()) {
            pending.add(step.revision().id());
        }
        String partial = situation.partialRevision();
        if (partial != null && pending.isEmpty()) {
            pending.add(partial);
        }
        return pending;
    }

    private static RunResult result(Situation situation, long startedAt) {
        return new RunResult(
                OPERATION,
                false,
                situation.rows(),
                situation.rows(),
                List.of(),
                false,
                null,
                !situation.unknownRows().isEmpty(),
                situation.revisions().count(),
                StepRunner.since(startedAt));
    }
}
