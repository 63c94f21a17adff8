/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.offline;

import dev.retort.error.RetortException;
import dev.retort.graph.Plan;
import dev.retort.graph.Revision;
import dev.retort.graph.Step;
import dev.retort.internal.execute.StampWriter;
import dev.retort.internal.history.RunIdentity;
import dev.retort.internal.history.StepRows;
import dev.retort.internal.plan.PlanChecks;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.plan.RunIdentities;
import dev.retort.internal.plan.StampRange;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.step.CodeContext;
import dev.retort.internal.step.JavaPreviews;
import dev.retort.internal.step.PlannedStep;
import dev.retort.internal.step.PlannedSteps;
import dev.retort.internal.step.StepValues;
import dev.retort.run.Requester;
import dev.retort.run.RunKind;
import dev.retort.run.RunRequest;
import dev.retort.settings.RunPolicy;
import dev.retort.settings.TransactionMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Writes scripts for psql with the same effect as a run: the same session, lock, tables, version rows and history, each
 * step in one transaction, autocommit statements with their progress. Does not connect to a database, so a range gives
 * the start of a script; the script itself checks that the database is there, and stops otherwise.
 *
 * <p>The script contains the values of placeholders. A script has no retries: a lock timeout stops it.
 */
public final class OfflineScripts {

    private final RunEnvironment environment;
    private final Supplier<UUID> runIds;
    private final boolean plain;

    /**
     * Creates a writer of scripts for psql.
     *
     * @param environment what it works with; its connections are not used
     * @param runIds the id under which the history records what a script did
     */
    public OfflineScripts(RunEnvironment environment, Supplier<UUID> runIds) {
        this(environment, runIds, false);
    }

    private OfflineScripts(RunEnvironment environment, Supplier<UUID> runIds, boolean plain) {
        this.environment = environment;
        this.runIds = runIds;
        this.plain = plain;
    }

    /**
     * {@return a writer of scripts in plain SQL, without commands of psql} Each of their transactions is one statement
     * that changes nothing unless everything before it succeeded, so that they are safe with clients that continue after
     * an error. What cannot be made safe is refused: statements that run outside of a transaction, and
     * {@code COPY ... FROM stdin}.
     */
    public OfflineScripts plain() {
        return new OfflineScripts(environment, runIds, true);
    }

    /**
     * Writes an upgrade.
     *
     * @param request the target is a range {@code from:to}, or what is to be reached from below every base
     */
    public String upgrade(RunRequest request) {
        Revisions revisions = Revisions.of(environment.scripts().read().all());
        Plan plan = revisions.graph().upgradeScript(request.target());
        OfflineScript script = begin(RunKind.UPGRADE, request, plan);
        script.check(check -> {
            script.onNonEmptySchema(check, plan.rowsBefore());
            script.ran(check, plan, revisions, true);
            if (request.respectHold()) {
                check.notHeldAgainst(revisions.ids());
            }
        });
        if (plan.steps().isEmpty() && !request.respectHold()) {
            script.inTransaction(script.guard(), () -> script.endHold(plan));
        }
        return steps(script, plan, revisions, request);
    }

    /**
     * Writes a downgrade, which holds as one on the database itself does.
     *
     * @param request the target is a range {@code from:to}
     */
    public String downgrade(RunRequest request) {
        Revisions revisions = Revisions.of(environment.scripts().read().all());
        Plan plan = revisions.graph().downgradeScript(request.target());
        OfflineScript script = begin(RunKind.DOWNGRADE, request, plan);
        script.check(check -> script.ran(check, plan, revisions, true));
        return steps(script, plan, revisions, request);
    }

    private String steps(OfflineScript script, Plan plan, Revisions revisions, RunRequest request) {
        RunPolicy policy = environment.with(request.arguments()).policy();
        StepValues values = new StepValues(policy, request.arguments().values());
        JavaPreviews previews = new JavaPreviews(true);
        CodeContext context = CodeContext.offline(request.arguments());
        List<PlannedStep> steps = PlannedSteps.of(
                plan, revisions, values, (step, place, code) -> previews.of(step, place, code, context));
        steps.forEach(OfflineScripts::requireKnown);
        OfflineSteps writer = new OfflineSteps(script, plan, steps, revisions.ids());
        if (steps.isEmpty()) {
            script.comment("Nothing to do");
        } else if (policy.transaction() == TransactionMode.ALL) {
            steps.stream().filter(PlannedStep::hasAutocommit).findFirst().ifPresent(step -> {
                throw PlanChecks.notTogether(step);
            });
            writer.writeTogether();
        } else {
            writer.writeEach();
        }
        return script.end();
    }

    private static void requireKnown(PlannedStep step) {
        if (step.unknown() != null) {
            throw new RetortException(
                    "Revision " + step.revision() + " cannot be written as a script.",
                    "It is the class " + step.script().source() + ", and " + step.unknown() + ".",
                    "Upgrade to the revision before it by a script, run it on the database itself, and continue"
                            + " with a script from there.");
        }
    }

    /**
     * Writes a stamp.
     *
     * @param request the targets, separated by blanks or commas, are revisions or ranges {@code from:to} with one start
     */
    public String stamp(RunRequest request) {
        if (request.purge()) {
            throw new RetortException(
                    "A script cannot purge.",
                    "It checks that the database is at its start, and a purge has no start.",
                    "Stamp the database itself with --purge, or name the start: stamp --sql <from>:<to>.");
        }
        Revisions revisions = Revisions.of(environment.scripts().read().all());
        Plan plan = StampRange.of(request.target()).plan(revisions.graph());
        OfflineScript script = begin(RunKind.STAMP, request, plan);
        script.check(check -> script.ran(check, plan, revisions, request.reason() == null));
        List<String> before = new ArrayList<>(plan.rowsBefore());
        List<String> after = new ArrayList<>(plan.rowsAfter());
        if (before.equals(after) && request.reason() == null) {
            script.inTransaction(script.guard(), () -> script.endHold(plan));
            script.comment("Nothing to do");
        } else {
            script.inTransaction(script.guard(), () -> {
                script.endHold(plan);
                script.step(StepRows.of(StampWriter.row(revisions, before, after)));
            });
        }
        return script.end();
    }

    /** Writes a script that makes the version table and Retort's own tables where they are missing. */
    public String ensureVersion() {
        RunIdentity identity = RunIdentities.of(runIds.get(), environment, Requester.operator(null), null);
        OfflineScript script = new OfflineScript(environment, identity, plain);
        script.begin("Create the tables of Retort that do not exist");
        script.checkServer();
        return script.end();
    }

    private OfflineScript begin(RunKind operation, RunRequest request, Plan plan) {
        RunIdentity identity = RunIdentities.of(runIds.get(), environment, request);
        OfflineScript script = new OfflineScript(environment, identity, plain);
        script.begin(operation.title() + " from " + place(plan.rowsBefore()) + " to " + place(plan.rowsAfter()));
        script.startsAt(operation, plan);
        return script;
    }

    private static String place(Iterable<String> rows) {
        String names = String.join(", ", rows);
        return names.isEmpty() ? "base" : names;
    }

    static List<String> ids(Plan plan) {
        return plan.steps().stream().map(Step::revision).map(Revision::id).toList();
    }
}
