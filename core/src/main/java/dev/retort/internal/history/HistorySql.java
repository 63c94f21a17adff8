/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.internal.history.table.MissingTables;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.sql.DollarQuotes;
import dev.retort.internal.sql.Identifiers;
import dev.retort.run.RunKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints what {@link HistoryWriter} and {@link TableCreator} send, as statements of a script. */
public final class HistorySql {

    /** An expression for what the check of a script noted; none when the script has reset the session since. */
    private static final String ASSUMED =
            "coalesce(pg_catalog.string_to_array(pg_catalog.current_setting('retort.assumed', true), ','),"
                    + " '{}'::pg_catalog.text[])";

    /** When the step began: set by {@link #begin}; the start of the transaction, should the script have reset that. */
    private static final String STARTED =
            "coalesce(pg_catalog.substring(pg_catalog.current_setting('retort.started_at', true), '.+')"
                    + "::pg_catalog.timestamptz, pg_catalog.now())";

    private static final String DURATION = """
        EXTRACT(epoch FROM pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) %s) OPERATOR(pg_catalog.*) 1000\
        """.formatted(STARTED);

    /** The host is the one from which the script is run. */
    private static final NamedStatement HOST =
            NamedStatement.of("coalesce(pg_catalog.host(pg_catalog.inet_client_addr()), 'localhost')");

    private final Tables tables;
    private final RecordStatements statements;

    /**
     * Creates the writer of a script.
     *
     * @param tables the tables
     * @param run what all rows of the script share, but the host
     * @param scriptTextLimit the largest script text that is stored, in bytes of UTF-8; 0 keeps none
     */
    public HistorySql(Tables tables, RunIdentity run, int scriptTextLimit) {
        this.tables = tables;
        this.statements = new RecordStatements(tables, run, scriptTextLimit);
    }

    /** {@return the statement that creates the tables that are missing, and checks all} */
    public String createMissing() {
        return new MissingTables(tables).checkedStatement() + ";\n";
    }

    /** {@return the statement that notes when a step begins} */
    public String begin() {
        return """
            DO $retort$ BEGIN
                PERFORM pg_catalog.set_config(
                    'retort.started_at', pg_catalog.clock_timestamp()::pg_catalog.text, false);
            END $retort$;
            """;
    }

    /**
     * Writes a step that succeeded: as the last statements of its transaction. The version rows must then be those of
     * the row, and the session must still hold the lock.
     *
     * @param rows the history rows; their version rows become the table's
     * @param heldCondition a condition that the session holds the migration lock
     */
    public String step(StepRows rows, String heldCondition) {
        return step(rows, heldCondition, Map.of());
    }

    /**
     * Writes a step that succeeded, the first of a script, whose check noted revisions in {@code retort.assumed}: it covers what that
     * noted.
     */
    public String firstStep(StepRows rows, String heldCondition) {
        return step(rows, heldCondition, Map.of("known_revisions", NamedStatement.of(ASSUMED)));
    }

    private String step(StepRows rows, String heldCondition, Map<String, NamedStatement> covered) {
        StringBuilder text = new StringBuilder();
        rows.earlier().forEach(earlier -> text.append(add(earlier)));
        if (!rows.deleted().isEmpty()) {
            text.append(print(statements.deleteVersions(rows.deleted())));
        }
        if (!rows.inserted().isEmpty()) {
            text.append(print(statements.insertVersions(rows.inserted())));
        }
        NamedStatement kept = statements.keepScript(rows.last());
        text.append(kept == null ? "" : print(kept))
                .append(row(rows.last(), covered).printed(tables, "VALUES (", ")"));
        return text.append(check(rows.last().rowsAfter(), heldCondition)).toString();
    }

    private String print(NamedStatement statement) {
        return statement.printed(tables) + ";\n";
    }

    /** {@return the statement that forgets how far a step was, in the transaction that ends it} */
    public String forgetProgress(String revision, RunKind operation) {
        return print(statements.forgetProgress(revision, operation));
    }

    private String check(List<String> rows, String heldCondition) {
        String body = """
             BEGIN
                IF %s OPERATOR(pg_catalog.<>) %s THEN
                    RAISE EXCEPTION USING
                        MESSAGE = %s,
                        DETAIL = 'Another tool, such as Alembic, migrates this database at the same time.',
                        HINT = 'Wait until the other tool ends, then write the script again from the current revision.';
                END IF;
                IF NOT %s THEN
                    RAISE EXCEPTION USING
                        MESSAGE = 'The migration lock was lost while the step ran; the step is rolled back.',
                        DETAIL = 'A statement of the script, or another session, released it.',
                        HINT = 'Remove that statement, then write the script again from the current revision.';
                END IF;
            END
            """.formatted(
                        rows(tables),
                        NamedStatement.array(rows),
                        Identifiers.literal("The rows of " + tables.version()
                                + " changed while the step ran; the step is rolled back."),
                        heldCondition);
        return "DO " + DollarQuotes.quote(body) + ";\n";
    }

    /** {@return the statement that adds a row to the history and touches nothing else} */
    public String add(HistoryRow row) {
        return row(row, Map.of()).printed(tables, "VALUES (", ")");
    }

    /** {@return the statement that adds a row to the history if a hold is in force} */
    public String addIfHeld(HistoryRow row) {
        String newest = """
            (SELECT operation FROM {history} WHERE operation OPERATOR(pg_catalog.=) ANY ('{hold,release}')
                ORDER BY id DESC LIMIT 1)\
            """;
        return row(row, Map.of())
                .printed(tables, "SELECT ", "\nWHERE " + tables.in(newest) + " OPERATOR(pg_catalog.=) 'hold'");
    }

    private NewRow row(HistoryRow row, Map<String, NamedStatement> covered) {
        Map<String, Object> measured = new HashMap<>(covered);
        measured.put("host", HOST);
        measured.put("started_at", NamedStatement.of(STARTED));
        measured.put("duration_ms", row.reason() == null ? NamedStatement.of(DURATION) : 0);
        return statements.history(row, measured);
    }

    /**
     * {@return the statement that says that a statement is about to run, or has run}
     *
     * @param row the row
     * @param definition an expression for the definition of an index; {@code NULL} for other statements
     */
    public String progress(ProgressRow row, String definition) {
        return print(statements.progress(row, NamedStatement.of(definition)));
    }

    /** {@return an expression for the version rows, sorted by their bytes} */
    public static String rows(Tables tables) {
        return "ARRAY(SELECT version_num::pg_catalog.text FROM " + tables.version()
                + " ORDER BY version_num::pg_catalog.text COLLATE pg_catalog.\"C\")";
    }
}
