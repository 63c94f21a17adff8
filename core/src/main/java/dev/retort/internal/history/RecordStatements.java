/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.internal.history.table.Tables;
import dev.retort.run.RunKind;
import dev.retort.status.FailureRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements that record the steps of a run: version rows, script texts, history and progress. {@link HistoryWriter} sends
 * these statements, {@link HistorySql} prints them.
 *
 * @param tables where to write
 * @param run what all rows of the run share
 * @param scriptTextLimit the largest script text that is stored, in bytes of UTF-8; 0 keeps none
 */
record RecordStatements(Tables tables, RunIdentity run, int scriptTextLimit) {

    NamedStatement deleteVersions(List<String> rows) {
        return new NamedStatement(
                "DELETE FROM {version} WHERE version_num OPERATOR(pg_catalog.=) ANY (:rows)", Map.of("rows", rows));
    }

    NamedStatement insertVersions(List<String> rows) {
        return new NamedStatement(
                "INSERT INTO {version} (version_num) SELECT pg_catalog.unnest(:rows)", Map.of("rows", rows));
    }

    /** {@return the statement that keeps the text of the script that was run; {@code null} when it is not kept} */
    @Nullable
    NamedStatement keepScript(HistoryRow row) {
        RevisionToRecord subject = row.subject();
        String text = subject == null || !row.keepsScript() ? null : subject.textToKeep(scriptTextLimit);
        return subject == null || text == null
                ? null
                : new NamedStatement(
                        "INSERT INTO {script} (checksum, text) VALUES (:checksum, :text) ON CONFLICT DO NOTHING",
                        Map.of("checksum", subject.textChecksum(), "text", text));
    }

    /** {@return the statement that forgets how far a step was, in the transaction that ends it} */
    NamedStatement forgetProgress(String revision, RunKind operation) {
        return new NamedStatement(
                "DELETE FROM {progress} WHERE revision OPERATOR(pg_catalog.=) :revision"
                        + " AND operation OPERATOR(pg_catalog.=) :operation",
                Map.of("revision", revision, "operation", operation.text()));
    }

    /**
     * {@return a row of the history}
     *
     * @param row the row
     * @param measured the values of {@code host}, {@code started_at} and {@code duration_ms}, and of other columns for
     *     rows that differ there
     */
    NewRow history(HistoryRow row, Map<String, ?> measured) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("run_id", run.runId());
        columns.put("operation", row.operation().text());
        putSubject(columns, row.subject());
        columns.put("rows_before", row.rowsBefore());
        columns.put("rows_after", row.rowsAfter());
        columns.put("outcome", row.outcome());
        putFailure(columns, row.failure(), row.note());
        columns.put("reason", row.reason() == null ? run.reason() : row.reason());
        columns.put("principal", run.principal());
        columns.put("application", run.application());
        columns.put("host", null);
        columns.put("tool_version", run.toolVersion());
        columns.put("known_revisions", row.knownRevisions());
        columns.put("started_at", null);
        columns.put("duration_ms", null);
        columns.put("verified", row.verified());
        columns.put("scripts_schema", tables.scriptsSchema());
        columns.put("version_table", tables.names().version());
        columns.put(
                "placeholders",
                new NamedStatement(
                        "pg_catalog.jsonb_object(:pairs)", Collections.singletonMap("pairs", row.placeholders())));
        columns.put("work", row.work().isEmpty() ? null : row.work());
        columns.putAll(measured);
        return new NewRow("{history}", columns);
    }

    private static void putSubject(Map<String, @Nullable Object> columns, @Nullable RevisionToRecord subject) {
        columns.put("revision", subject == null ? null : subject.revision().id());
        columns.put(
                "down_revisions",
                subject == null ? List.of() : subject.revision().downRevisions());
        columns.put(
                "depends_on", subject == null ? List.of() : subject.revision().dependsOn());
        columns.put(
                "branch_labels",
                subject == null ? List.of() : subject.revision().branchLabels());
        columns.put("description", subject == null ? "" : subject.description());
        columns.put("checksum", subject == null ? null : subject.checksum());
    }

    private static void putFailure(
            Map<String, @Nullable Object> columns, @Nullable FailureRecord failure, @Nullable String note) {
        columns.put("sqlstate", failure == null ? null : failure.sqlState());
        columns.put("message", failure == null ? note : failure.message());
        columns.put("detail", failure == null ? null : failure.detail());
        columns.put("hint", failure == null ? null : failure.hint());
        columns.put("file", failure == null ? null : failure.file());
        columns.put(
                "line",
                new NamedStatement(
                        ":line::integer", Collections.singletonMap("line", failure == null ? null : failure.line())));
        columns.put("blocked_by", failure == null ? null : failure.blockedBy());
    }

    /**
     * {@return the statement that says that a statement is about to run, or has run}
     *
     * @param row the row
     * @param definition the definition of an index
     */
    NamedStatement progress(ProgressRow row, @Nullable Object definition) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("revision", row.revision());
        columns.put("operation", row.operation().text());
        columns.put("statement", row.statement());
        columns.put("fingerprint", row.fingerprint());
        columns.put("state", row.done() ? "done" : "intent");
        columns.put("definition", definition);
        columns.put("run_id", run.runId());
        if (row.answer() != null) {
            // Tables of older builds lack the column.
            columns.put("answer", row.answer());
        }
        String changed = columns.keySet().stream()
                .skip(3)
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        NamedStatement insert = new NewRow("{progress}", columns).insert();
        return new NamedStatement(
                insert.text() + "\nON CONFLICT (revision, operation, statement) DO UPDATE SET " + changed
                        + ",\n    changed_at = pg_catalog.clock_timestamp()",
                columns);
    }
}
