/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.internal.history.table.MissingTables;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.sql.DollarQuotes;
import dev.retort.internal.sql.Identifiers;
import dev.retort.run.RunKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@link HistoryWriter} and {@link TableCreator} write, as statements of a script. */
public final class HistorySql {

    private static final int LINE = 110;

    /** When the step began: set by {@link #begin}; the start of the transaction, should the script have reset that. */
    private static final String STARTED =
            "coalesce(pg_catalog.substring(pg_catalog.current_setting('retort.started_at', true), '.+')"
                    + "::pg_catalog.timestamptz, pg_catalog.now())";

    private static final String DURATION = """
        EXTRACT(epoch FROM pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) %s) OPERATOR(pg_catalog.*) 1000\
        """.formatted(STARTED);

    private final Tables tables;
    private final RunIdentity run;
    private final int scriptTextLimit;

    /**
     * Creates the writer of a script.
     *
     * @param tables the tables
     * @param run what all rows of the script share; the host is the one from which it is run
     * @param scriptTextLimit the largest script text that is stored, in bytes of UTF-8; 0 keeps none
     */
    public HistorySql(Tables tables, RunIdentity run, int scriptTextLimit) {
        this.tables = tables;
        this.run = run;
        this.scriptTextLimit = scriptTextLimit;
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
        return step(rows, heldCondition, array(rows.last().knownRevisions()));
    }

    /**
     * Writes a step that succeeded, the first of a script that {@link StartCheck#ran} begins: it covers what that
     * noted.
     */
    public String firstStep(StepRows rows, String heldCondition) {
        return step(rows, heldCondition, StartCheck.ASSUMED);
    }

    private String step(StepRows rows, String heldCondition, String covered) {
        StringBuilder text = new StringBuilder();
        HistoryRow row = rows.last();
        rows.earlier().forEach(earlier -> text.append(add(earlier)));
        List<String> deleted = without(rows.rowsBefore(), row.rowsAfter());
        List<String> inserted = without(row.rowsAfter(), rows.rowsBefore());
        if (!deleted.isEmpty()) {
            text.append("DELETE FROM " + tables.version() + " WHERE version_num OPERATOR(pg_catalog.=) ANY ("
                    + array(deleted) + ");\n");
        }
        if (!inserted.isEmpty()) {
            text.append("INSERT INTO " + tables.version() + " (version_num) SELECT pg_catalog.unnest(" + array(inserted)
                    + ");\n");
        }
        Subject subject = row.subject();
        text.append(subject == null ? "" : keep(row, subject)).append(insert(columns(row, covered), "VALUES (", ")"));
        return text.append(check(row.rowsAfter(), heldCondition)).toString();
    }

    private String keep(HistoryRow row, Subject subject) {
        String text = row.keepsScript() ? subject.textToKeep(scriptTextLimit) : null;
        return text == null
                ? ""
                : tables.in("INSERT INTO {script} (checksum, text) VALUES (")
                        + Identifiers.literal(subject.textChecksum()) + ", " + DollarQuotes.quote(text)
                        + ") ON CONFLICT DO NOTHING;\n";
    }

    /** {@return the statement that forgets how far a step was, in the transaction that ends it} */
    public String forgetProgress(String revision, RunKind operation) {
        return tables.in("DELETE FROM {progress}") + " WHERE revision OPERATOR(pg_catalog.=) "
                + Identifiers.literal(revision) + " AND operation OPERATOR(pg_catalog.=) "
                + Identifiers.literal(operation.text()) + ";\n";
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
                        StartCheck.rows(tables),
                        array(rows),
                        Identifiers.literal("The rows of " + tables.version()
                                + " changed while the step ran; the step is rolled back."),
                        heldCondition);
        return "DO " + DollarQuotes.quote(body) + ";\n";
    }

    /** {@return the statement that adds a row to the history and touches nothing else} */
    public String add(HistoryRow row) {
        return insert(columns(row, array(row.knownRevisions())), "VALUES (", ")");
    }

    /** {@return the statement that adds a row to the history if a hold is in force} */
    public String addIfHeld(HistoryRow row) {
        String newest = """
            (SELECT operation FROM {history} WHERE operation OPERATOR(pg_catalog.=) ANY ('{hold,release}')
                ORDER BY id DESC LIMIT 1)\
            """;
        return insert(
                columns(row, array(row.knownRevisions())),
                "SELECT ",
                "\nWHERE " + tables.in(newest) + " OPERATOR(pg_catalog.=) 'hold'");
    }

    private String insert(Map<String, String> columns, String before, String after) {
        return tables.in("INSERT INTO {history}") + "\n    (" + lines(columns.keySet()) + ")\n" + before
                + lines(columns.values()) + after + ";\n";
    }

    private static String lines(Collection<String> values) {
        StringBuilder text = new StringBuilder();
        int line = 0;
        for (String value : values) {
            if (line + value.length() > LINE) {
                text.append(",\n    ").append(value);
                line = 0;
            } else {
                text.append(text.isEmpty() ? "" : ", ").append(value);
            }
            line += value.length() + 2;
        }
        return text.toString();
    }

    private Map<String, String> columns(HistoryRow row, String covered) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("run_id", Identifiers.literal(run.runId().toString()));
        columns.put("operation", Identifiers.literal(row.operation().text()));
        putSubject(columns, row.subject());
        columns.put("rows_before", array(row.rowsBefore()));
        columns.put("rows_after", array(row.rowsAfter()));
        columns.put("outcome", Identifiers.literal(row.outcome()));
        columns.put("reason", literal(row.reason() == null ? run.reason() : row.reason()));
        columns.put("principal", literal(run.principal()));
        columns.put("application", Identifiers.literal(run.application()));
        columns.put("host", "coalesce(pg_catalog.host(pg_catalog.inet_client_addr()), 'localhost')");
        columns.put("tool_version", Identifiers.literal(run.toolVersion()));
        columns.put("known_revisions", covered);
        columns.put("started_at", STARTED);
        columns.put("duration_ms", row.reason() == null ? DURATION : "0");
        columns.put("scripts_schema", literal(tables.scriptsSchema()));
        columns.put("version_table", Identifiers.literal(tables.names().version()));
        if (row.note() != null) {
            columns.put("message", literal(row.note()));
        }
        List<String> placeholders = row.placeholders();
        if (placeholders != null) {
            columns.put("placeholders", "pg_catalog.jsonb_object(" + array(placeholders) + ")");
        }
        return columns;
    }

    private static void putSubject(Map<String, String> columns, @Nullable Subject subject) {
        columns.put(
                "revision", literal(subject == null ? null : subject.revision().id()));
        columns.put(
                "down_revisions",
                array(subject == null ? List.of() : subject.revision().downRevisions()));
        columns.put(
                "depends_on",
                array(subject == null ? List.of() : subject.revision().dependsOn()));
        columns.put(
                "branch_labels",
                array(subject == null ? List.of() : subject.revision().branchLabels()));
        columns.put("description", Identifiers.literal(subject == null ? "" : subject.description()));
        columns.put("checksum", literal(subject == null ? null : subject.checksum()));
    }

    /**
     * {@return the statement that says that a statement is about to run, or has run}
     *
     * @param row the row
     * @param definition an expression for the definition of an index; {@code NULL} for other statements
     */
    public String progress(ProgressRow row, String definition) {
        return tables.in("INSERT INTO {progress} (revision, operation, statement, fingerprint, state, definition,"
                        + " run_id)")
                + "\nVALUES (" + Identifiers.literal(row.revision()) + ", "
                + Identifiers.literal(row.operation().text())
                + ", "
                + row.statement() + ", " + Identifiers.literal(row.fingerprint()) + ", "
                + (row.done() ? "'done'" : "'intent'") + ", " + definition + ", "
                + Identifiers.literal(run.runId().toString())
                + ")\nON CONFLICT (revision, operation, statement) DO UPDATE SET state = excluded.state,"
                + " definition = excluded.definition,\n    changed_at = pg_catalog.clock_timestamp();\n";
    }

    /** {@return an expression for an array of texts} */
    static String array(List<String> names) {
        return names.isEmpty()
                ? "'{}'::pg_catalog.text[]"
                : names.stream()
                        .map(Identifiers::literal)
                        .collect(Collectors.joining(", ", "ARRAY[", "]::pg_catalog.text[]"));
    }

    private static String literal(@Nullable String value) {
        return value == null ? "NULL" : Identifiers.literal(value);
    }

    private static List<String> without(List<String> rows, List<String> others) {
        List<String> result = new ArrayList<>(rows);
        result.removeAll(others);
        return result;
    }
}
