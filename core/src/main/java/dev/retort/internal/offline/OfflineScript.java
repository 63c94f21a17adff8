/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.offline;

import dev.retort.graph.Plan;
import dev.retort.graph.RevisionGraph;
import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.history.HistorySql;
import dev.retort.internal.history.RunIdentity;
import dev.retort.internal.history.StepRows;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.jdbc.SessionScript;
import dev.retort.internal.lock.LockKey;
import dev.retort.internal.lock.LockScript;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.plan.SchemaObjects;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.sql.Identifiers;
import dev.retort.internal.step.PlannedStep;
import dev.retort.run.RunKind;
import dev.retort.settings.NonEmptySchemaPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of one script as it grows, with what all its parts need. */
final class OfflineScript {

    /** The default schema of tables; the script checks it. */
    private static final String USUAL_SCHEMA = "public";

    /** Characters that could end a comment, or move the cursor of a terminal. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}]");

    private final RunEnvironment environment;
    private final Tables tables;
    private final LockKey lockKey;
    private final HistorySql history;
    private final OfflineForm form;
    private final UUID runId;
    private final StringBuilder text = new StringBuilder();
    private @Nullable StartCheck start;

    OfflineScript(RunEnvironment environment, RunIdentity identity, boolean plain) {
        this.environment = environment;
        String schema = environment.tableSchema();
        this.tables = new Tables(
                schema == null ? USUAL_SCHEMA : schema,
                environment.tables(),
                environment.session().schema());
        this.lockKey = LockKey.of(tables.schema(), tables.names().version());
        this.runId = identity.runId();
        SessionScript session = new SessionScript(environment.session());
        LockScript lock = new LockScript(lockKey);
        this.form = plain
                ? new PlainForm(session, lock)
                : new PsqlForm(session, lock, environment.policy().waitForLock());
        this.history = new HistorySql(tables, identity, environment.policy().scriptTextLimit());
    }

    HistorySql history() {
        return history;
    }

    OfflineForm form() {
        return form;
    }

    /** Writes what comes before everything else. */
    void begin(String title) {
        text.append(form.opening(title));
    }

    /** Begins the check of the version rows. */
    void startsAt(RunKind operation, Plan plan) {
        List<String> ids = new ArrayList<>(plan.rowsAfter());
        plan.steps().forEach(step -> ids.addAll(step.rowsAfter()));
        start = serverCheck()
                .ofNoOtherDatabase(operation != RunKind.STAMP)
                .at(List.copyOf(plan.rowsBefore()), operation + " --sql <from>:<to>.")
                .takes(ids)
                .withoutPartialSteps();
    }

    /** Requires that a schema without a version table is empty, unless the settings do not care. */
    void onNonEmptySchema(StartCheck check, Collection<String> rows) {
        if (rows.isEmpty() && environment.policy().onNonEmptySchema() == NonEmptySchemaPolicy.REFUSE) {
            SchemaObjects objects = new SchemaObjects(environment.session().schema(), environment.tables());
            check.when(
                    "pg_catalog.to_regclass(" + Identifiers.literal(tables.version()) + ") IS NULL AND EXISTS (\n"
                            + objects.query().indent(8) + "    )",
                    "'The schema is not empty and has no version table.'",
                    "Retort cannot tell to which revision its objects correspond.",
                    "Stamp the revision that it is at, or run ensure_version to start from the base.");
        }
    }

    /** Ends the check of where the database is, and creates what is missing. */
    void check(Consumer<StartCheck> more) {
        StartCheck check = start();
        more.accept(check);
        text.append(form.preparation(check.text(), missing()));
    }

    private StartCheck start() {
        return Objects.requireNonNull(start, "startsAt comes first");
    }

    /** Checks nothing but the server, and creates what is missing. */
    void checkServer() {
        text.append(form.preparation(serverCheck().text(), missing()));
    }

    /** {@return what stops a step unless everything before it succeeded} */
    String guard(PlannedStep step, @Nullable PlannedStep before) {
        if (!form.guardsEachTransaction()) {
            return "";
        }
        return before == null
                ? start().text()
                : guardOf(step)
                        .withoutPartialSteps()
                        .with(block -> continuation(block).after(before.revision(), before.operation()))
                        .text();
    }

    /** {@return what stops a later part of a step unless all statements before it succeeded} */
    String guard(PlannedStep step, int statementsBefore) {
        return form.guardsEachTransaction()
                ? guardOf(step)
                        .with(block -> continuation(block).afterStatements(step.revision(), statementsBefore))
                        .text()
                : "";
    }

    /** {@return what stops a script of one transaction unless the database is where it starts} */
    String guard() {
        return form.guardsEachTransaction() ? start().text() : "";
    }

    private ContinuationCheck continuation(CheckBlock block) {
        return new ContinuationCheck(tables, runId, block);
    }

    private StartCheck guardOf(PlannedStep step) {
        return serverCheck().at(step.rowsBefore(), step.operation() + " --sql --plain <from>:<to>.");
    }

    private StartCheck serverCheck() {
        StartCheck check = new StartCheck(tables);
        if (environment.tableSchema() == null) {
            check.inTheSchemaOfTheSession();
        }
        if (!environment.policy().createSchema()) {
            schemas().forEach(check::withSchema);
        }
        return check.withSafeTables();
    }

    private List<String> schemas() {
        String schema = environment.session().schema();
        return schema == null || schema.equals(tables.schema())
                ? List.of(tables.schema())
                : List.of(schema, tables.schema());
    }

    /** {@return what creates the schemas and tables that are missing} */
    private String missing() {
        StringBuilder create = new StringBuilder();
        if (environment.policy().createSchema()) {
            for (String schema : schemas()) {
                String name = Identifiers.quote(schema);
                create.append("DO $retort$ BEGIN IF pg_catalog.to_regnamespace(")
                        .append(Identifiers.literal(name))
                        .append(") IS NULL THEN CREATE SCHEMA ")
                        .append(name)
                        .append("; END IF; END $retort$;\n");
            }
        }
        return create.append(history.createMissing()).toString();
    }

    /** Writes the session's settings again, whatever a script did to them. */
    void renewSession() {
        line("-- Reset the session");
        text.append(form.session());
    }

    /** Takes the session's own role again, whatever a script did to it. */
    void takeRole() {
        text.append(form.self());
    }

    /** Writes a transaction around what is written in between; its waits for the locks of tables are limited. */
    void inTransaction(String guard, Runnable content) {
        int from = text.length();
        limitLockWaits("LOCAL ");
        content.run();
        String statements = text.substring(from);
        text.setLength(from);
        text.append(form.transaction(guard, statements));
    }

    /** A script does not try again, so that each wait is as long as the last one of a run would be. */
    void limitLockWaits(String scope) {
        boolean off = environment.lockTimeouts().isOff();
        line("SET " + scope + "lock_timeout = "
                + (off ? 0 : environment.lockTimeouts().maximum().toMillis()) + ";");
    }

    /** Writes the version rows and the history row of a step. */
    void step(StepRows rows) {
        text.append(history.step(rows, lockKey.heldCondition()));
    }

    /** Writes the end of a hold, where one is in force. */
    void endHold(Plan plan) {
        text.append(history.addIfHeld(HistoryRow.release(new ArrayList<>(plan.rowsBefore()))));
    }

    /** Writes the version rows and the history row of the first step, which covers what was applied before. */
    void firstStep(StepRows rows) {
        text.append(history.firstStep(rows, lockKey.heldCondition()));
    }

    /** Requires that everything below the start has run. */
    void ran(StartCheck check, Plan plan, Revisions revisions, boolean refused) {
        if (plan.rowsBefore().isEmpty()) {
            return;
        }
        Map<String, List<String>> needs = new LinkedHashMap<>();
        RevisionGraph originals = revisions.originals();
        for (String ancestor : originals.appliedBy(plan.rowsBefore())) {
            needs.put(ancestor, originals.needs(ancestor));
        }
        check.with(block -> new AncestorCheck(tables, block).ran(List.copyOf(plan.rowsBefore()), needs, refused));
    }

    void append(String statements) {
        text.append(statements);
    }

    void line(String line) {
        text.append(line).append('\n');
    }

    void comment(String comment) {
        text.append(commented(comment));
    }

    /** {@return an empty line and a comment} */
    static String commented(String comment) {
        return "\n" + commentLines(comment);
    }

    /** {@return lines of a comment} */
    static String commentLines(String... lines) {
        StringBuilder comment = new StringBuilder();
        for (String line : lines) {
            comment.append("-- ").append(CONTROL.matcher(line).replaceAll(" ")).append('\n');
        }
        return comment.toString();
    }

    /** Ends the script. */
    String end() {
        text.append(form.closing());
        return text.toString();
    }
}
