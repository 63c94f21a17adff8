/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.graph.Plan;
import dev.retort.history.BooksScript;
import dev.retort.history.HistoryRow;
import dev.retort.history.RunIdentity;
import dev.retort.history.StartCheck;
import dev.retort.history.Tables;
import dev.retort.jdbc.SessionScript;
import dev.retort.lock.LockKey;
import dev.retort.lock.LockScript;
import dev.retort.sql.Identifiers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of one script as it grows, with what all its parts need. */
final class OfflineScript {

    /** Where tables are unless somebody says otherwise; the script checks it. */
    private static final String USUAL_SCHEMA = "public";

    /** What could end a comment, or move the cursor of a terminal. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}]");

    private final RunEnvironment environment;
    private final Tables tables;
    private final LockKey lockKey;
    private final SessionScript session;
    private final BooksScript books;
    private final StringBuilder text = new StringBuilder();
    private @Nullable StartCheck start;

    OfflineScript(RunEnvironment environment, RunIdentity identity) {
        this.environment = environment;
        String schema = environment.tableSchema();
        this.tables = new Tables(schema == null ? USUAL_SCHEMA : schema, environment.tables());
        this.lockKey = LockKey.of(tables.schema(), tables.names().version());
        this.session = new SessionScript(environment.session());
        this.books = new BooksScript(tables, identity, environment.policy().scriptTextLimit());
    }

    BooksScript books() {
        return books;
    }

    /** Writes what comes before everything else: psql's own settings, the session and the lock. */
    void begin(String title) {
        line("\\set ON_ERROR_STOP on");
        comment(title + ". Run it with: psql -X -f <this file>");
        line("\\set ON_ERROR_ROLLBACK off");
        line("\\set AUTOCOMMIT on");
        line("\\set SINGLELINE off");
        line("\\pset pager off");
        comment("The session that scripts expect");
        line("SET client_encoding = 'UTF8';");
        line("SET client_min_messages = 'notice';");
        setUpSession();
        comment("One migrator at a time: a run of Retort waits for this script, and this script for a run");
        text.append(new LockScript(lockKey).acquire(environment.policy().waitForLock()));
    }

    /** Begins the check of where the database stands. */
    void startsAt(String operation, Plan plan) {
        List<String> ids = new ArrayList<>(plan.rowsAfter());
        plan.steps().forEach(step -> ids.addAll(step.rowsAfter()));
        start = serverCheck()
                .at(List.copyOf(plan.rowsBefore()), operation + " --sql <from>:<to>.")
                .takes(ids)
                .withoutPartialSteps();
    }

    /** Requires that a schema without a version table is empty, unless the settings do not care. */
    void firstContact(StartCheck check, Collection<String> rows) {
        if (rows.isEmpty() && environment.policy().firstContact() == FirstContact.REFUSE) {
            SchemaObjects objects = new SchemaObjects(environment.session().schema(), environment.tables());
            check.when(
                    "pg_catalog.to_regclass(" + Identifiers.literal(tables.version()) + ") IS NULL AND EXISTS (\n"
                            + objects.query().indent(8) + "    )",
                    "'The schema has objects, and no version table.'",
                    "Nobody can tell which revisions its state corresponds to.",
                    "Adopt it with stamp at the revision that it equals, or with ensure_version at its base.");
        }
    }

    /** Ends the check of where the database stands, and creates what is missing. */
    void check(Consumer<StartCheck> more) {
        StartCheck check = Objects.requireNonNull(start, "startsAt comes first");
        more.accept(check);
        comment("The database must stand where the script starts");
        text.append(check.text());
        createMissing();
    }

    /** Checks nothing but the server. */
    void checkServer() {
        comment("The database must be one that the script is for");
        text.append(serverCheck().text());
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

    /** Creates the schemas and tables that are missing. */
    void createMissing() {
        comment("The tables, where they are missing");
        if (environment.policy().createSchema()) {
            for (String schema : schemas()) {
                String name = Identifiers.quote(schema);
                text.append("DO $retort$ BEGIN IF pg_catalog.to_regnamespace(")
                        .append(Identifiers.literal(name))
                        .append(") IS NULL THEN CREATE SCHEMA ")
                        .append(name)
                        .append("; END IF; END $retort$;\n");
            }
        }
        text.append(books.createMissing());
    }

    /** Writes the session's settings again, whatever a script did to them. */
    void renewSession() {
        line("-- Whatever was done to the session is undone");
        setUpSession();
    }

    private void setUpSession() {
        text.append(session.setUp());
    }

    /** Takes the session's own role again, whatever a script did to it. */
    void takeRole() {
        text.append(session.self());
    }

    /** Writes a transaction around what is written in between; its waits for the locks of tables are limited. */
    void inTransaction(Runnable content) {
        line("BEGIN;");
        limitLockWaits("LOCAL ");
        content.run();
        line("COMMIT;");
    }

    /** A script does not try again, so that each wait is as long as the last one of a run would be. */
    void limitLockWaits(String scope) {
        boolean off = environment.lockTimeouts().isOff();
        line("SET " + scope + "lock_timeout = "
                + (off ? 0 : environment.lockTimeouts().maximum().toMillis()) + ";");
    }

    /** Writes the version rows and the history row of a step. */
    void step(HistoryRow row) {
        text.append(books.step(row, lockKey.heldCondition()));
    }

    /** Writes the end of a hold, where one is in force. */
    void endHold(Plan plan) {
        text.append(books.addIfHeld(HistoryRow.release(new ArrayList<>(plan.rowsBefore()))));
    }

    /** Writes the version rows and the history row of the first step, which covers what was applied before. */
    void firstStep(HistoryRow row) {
        text.append(books.firstStep(row, lockKey.heldCondition()));
    }

    /** Requires that everything below the start has run. */
    void ran(StartCheck check, Plan plan, Revisions revisions, boolean refused) {
        if (plan.rowsBefore().isEmpty()) {
            return;
        }
        Map<String, List<String>> needs = new LinkedHashMap<>();
        for (String ancestor : revisions.graph().appliedBy(plan.rowsBefore())) {
            needs.put(ancestor, revisions.graph().needs(ancestor));
        }
        check.ran(List.copyOf(plan.rowsBefore()), needs, refused);
    }

    void append(String statements) {
        text.append(statements);
    }

    void line(String line) {
        text.append(line).append('\n');
    }

    void comment(String comment) {
        text.append(text.isEmpty() ? "" : "\n")
                .append("-- ")
                .append(CONTROL.matcher(comment).replaceAll(" "))
                .append('\n');
    }

    /** Gives the lock back, and ends the script. */
    String end() {
        comment("Done");
        text.append(new LockScript(lockKey).release());
        return text.toString();
    }
}
