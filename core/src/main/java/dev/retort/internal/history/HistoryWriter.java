/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.error.RetortException;
import dev.retort.internal.history.table.TableGuard.Lock;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.history.table.UnsafeTableException;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.SqlState;
import dev.retort.status.FailureRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes version rows, history and progress. Each method is one round trip and takes part in the transaction that is
 * open on its connection, or commits on its own when none is.
 */
public final class HistoryWriter {

    /** Version rows, script text and history together; says whether all rows were there and the lock is still ours. */
    private static final String STEP = """
        WITH deleted AS (DELETE FROM {version} WHERE version_num OPERATOR(pg_catalog.=) ANY (?) RETURNING 1),
        inserted AS (INSERT INTO {version} (version_num) SELECT pg_catalog.unnest(?::pg_catalog.text[]) RETURNING 1),
        stored AS (INSERT INTO {script} (checksum, text) SELECT ?, ? WHERE ? ON CONFLICT DO NOTHING),
        finished AS (DELETE FROM {progress}
            WHERE revision OPERATOR(pg_catalog.=) ? AND operation OPERATOR(pg_catalog.=) ?),
        recorded AS ({insert} RETURNING id)
        SELECT (SELECT pg_catalog.count(*) FROM deleted), (SELECT pg_catalog.count(*) FROM inserted),
            (SELECT pg_catalog.count(*) FROM recorded), {held}
        """;

    static final String INSERT = """
        INSERT INTO {history} (run_id, operation, revision, down_revisions, depends_on, branch_labels, rows_before,
            rows_after, description, checksum, outcome, sqlstate, message, detail, hint, file, line, blocked_by, reason,
            principal, application, host, tool_version, known_revisions, started_at, duration_ms, verified,
            scripts_schema, version_table, placeholders)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::integer, ?, ?, ?, ?, ?, ?, ?,
            pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-)
                pg_catalog.make_interval(secs => ?::bigint OPERATOR(pg_catalog./) 1000.0), ?, ?, ?, ?,
            pg_catalog.jsonb_object(?::pg_catalog.text[]))
        """;

    private static final String PROGRESS = """
        INSERT INTO {progress} (revision, operation, statement, fingerprint, state, definition, run_id)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (revision, operation, statement) DO UPDATE
            SET state = excluded.state, definition = excluded.definition, run_id = excluded.run_id,
                fingerprint = excluded.fingerprint, changed_at = pg_catalog.clock_timestamp()
        """;

    private static final String NOTE = """
        SELECT message FROM {history}
        WHERE revision OPERATOR(pg_catalog.=) ? AND operation OPERATOR(pg_catalog.=) 'upgrade'
            AND outcome OPERATOR(pg_catalog.=) 'succeeded'
        ORDER BY id DESC LIMIT 1
        """;

    private static final String FORGET_INTENT = """
        DELETE FROM {progress}
        WHERE revision OPERATOR(pg_catalog.=) ? AND operation OPERATOR(pg_catalog.=) ?
            AND statement OPERATOR(pg_catalog.=) ? AND state OPERATOR(pg_catalog.=) 'intent'
        """;

    /** With the answer: only for rows that have one, because tables of older builds lack the column. */
    private static final String PROGRESS_WITH_ANSWER = PROGRESS.replace("run_id)", "run_id, answer)")
            .replace("?)", "?, ?)")
            .replace("SET state", "SET answer = excluded.answer, state");

    private final MigrationConnection connection;
    private final Tables tables;
    private final RunIdentity run;
    private final int scriptTextLimit;

    /**
     * Creates the writer of a run.
     *
     * @param connection the run's connection
     * @param tables where to write
     * @param run what all rows of the run share
     * @param scriptTextLimit the largest script text that is stored, in bytes of UTF-8; 0 keeps none
     */
    public HistoryWriter(MigrationConnection connection, Tables tables, RunIdentity run, int scriptTextLimit) {
        this.connection = connection;
        this.tables = tables;
        this.run = run;
        this.scriptTextLimit = scriptTextLimit;
    }

    /**
     * Records a step that succeeded: in its transaction, as the last thing before the commit.
     *
     * @param row the history row; its version rows become the table's
     * @param heldCondition a condition that the session holds the migration lock
     * @return whether the session still holds the migration lock
     * @throws RetortException when the version rows are not those that the step started from
     */
    public boolean recordStep(HistoryRow row, String heldCondition) throws SQLException {
        return recordStep(StepRows.of(row), heldCondition);
    }

    /** Does the same for a step of several history rows. */
    public boolean recordStep(StepRows rows, String heldCondition) throws SQLException {
        for (HistoryRow earlier : rows.earlier()) {
            record(earlier);
        }
        HistoryRow row = rows.last();
        List<String> deleted = without(rows.rowsBefore(), row.rowsAfter());
        List<String> inserted = without(row.rowsAfter(), rows.rowsBefore());
        Subject subject = row.subject();
        String text = subject == null || !row.keepsScript() ? null : subject.textToKeep(scriptTextLimit);
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(array(deleted));
        parameters.add(array(inserted));
        parameters.add(subject == null ? "" : subject.textChecksum());
        parameters.add(text == null ? "" : text);
        parameters.add(text != null);
        parameters.add(rows.revision());
        parameters.add(row.operation().text());
        parameters.addAll(historyParameters(row));
        String sql = tables.in(STEP.replace("{insert}", INSERT).replace("{held}", heldCondition));
        Written written = writeStep(sql, parameters, rows.rowsBefore());
        if (written.deleted() != deleted.size() || written.inserted() != inserted.size()) {
            throw versionRowsMoved(rows.rowsBefore());
        }
        return written.held();
    }

    private Written writeStep(String sql, List<@Nullable Object> parameters, List<String> expected)
            throws SQLException {
        try {
            return connection.queryOneAsSelf(
                    beforeWriting(),
                    sql,
                    result -> new Written(result.getInt(1), result.getInt(2), result.getBoolean(4)),
                    parameters.toArray());
        } catch (SQLException e) {
            if (SqlState.is(SqlState.UNIQUE_VIOLATION, e)) {
                throw versionRowsMoved(expected);
            }
            throw unsafeOr(e);
        }
    }

    private List<String> beforeWriting() {
        return tables.guard().before(Lock.ROW_EXCLUSIVE, tables.all());
    }

    private SQLException unsafeOr(SQLException failure) {
        if (SqlState.is(SqlState.INVALID_TEXT_REPRESENTATION, failure)) {
            throw UnsafeTableException.ofStep(tables);
        }
        return failure;
    }

    private void write(String sql, @Nullable Object... parameters) throws SQLException {
        try {
            connection.updateAsSelf(beforeWriting(), tables.in(sql), parameters);
        } catch (SQLException e) {
            throw unsafeOr(e);
        }
    }

    int scriptTextLimit() {
        return scriptTextLimit;
    }

    private record Written(int deleted, int inserted, boolean held) {}

    private RetortException versionRowsMoved(List<String> expected) {
        return new RetortException(
                "The rows of " + tables.version() + " changed while the step ran; the step is rolled back.",
                "Expected " + (expected.isEmpty() ? "none" : String.join(", ", expected))
                        + "; another tool, such as Alembic, migrates this database at the same time.",
                "Wait until the other tool ends and try again.");
    }

    private static List<String> without(List<String> rows, List<String> others) {
        List<String> result = new ArrayList<>(rows);
        result.removeAll(others);
        return result;
    }

    /** Adds a row to the history and touches nothing else. */
    public void record(HistoryRow row) throws SQLException {
        write(INSERT, historyParameters(row).toArray());
    }

    List<@Nullable Object> historyParameters(HistoryRow row) {
        Subject subject = row.subject();
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(run.runId());
        parameters.add(row.operation().text());
        parameters.add(subject == null ? null : subject.revision().id());
        parameters.add(array(subject == null ? List.of() : subject.revision().downRevisions()));
        parameters.add(array(subject == null ? List.of() : subject.revision().dependsOn()));
        parameters.add(array(subject == null ? List.of() : subject.revision().branchLabels()));
        parameters.add(array(row.rowsBefore()));
        parameters.add(array(row.rowsAfter()));
        parameters.add(subject == null ? "" : subject.description());
        parameters.add(subject == null ? null : subject.checksum());
        parameters.add(row.outcome());
        addFailure(parameters, row.failure(), row.note());
        parameters.add(row.reason() == null ? run.reason() : row.reason());
        parameters.add(run.principal());
        parameters.add(run.application());
        parameters.add(run.host());
        parameters.add(run.toolVersion());
        parameters.add(array(row.knownRevisions()));
        parameters.add(row.took().toMillis());
        parameters.add(row.took().toMillis());
        parameters.add(row.verified());
        parameters.add(tables.scriptsSchema());
        parameters.add(tables.names().version());
        List<String> placeholders = row.placeholders();
        parameters.add(placeholders == null ? null : array(placeholders));
        return parameters;
    }

    /** An array is one of texts also when it is empty; so the server plans the statement once. */
    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static void addFailure(
            List<@Nullable Object> parameters, @Nullable FailureRecord failure, @Nullable String note) {
        parameters.add(failure == null ? null : failure.sqlState());
        parameters.add(failure == null ? note : failure.message());
        parameters.add(failure == null ? null : failure.detail());
        parameters.add(failure == null ? null : failure.hint());
        parameters.add(failure == null ? null : failure.file());
        parameters.add(failure == null ? null : failure.line());
        parameters.add(failure == null ? null : failure.blockedBy());
    }

    /** Says that a statement is about to run, or has run. */
    public void recordProgress(ProgressRow row) throws SQLException {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(row.revision());
        parameters.add(row.operation().text());
        parameters.add(row.statement());
        parameters.add(row.fingerprint());
        parameters.add(row.done() ? "done" : "intent");
        parameters.add(row.definition());
        parameters.add(run.runId());
        if (row.answer() != null) {
            parameters.add(row.answer());
        }
        write(row.answer() == null ? PROGRESS : PROGRESS_WITH_ANSWER, parameters.toArray());
    }

    /** {@return what the newest upgrade of a revision left for its reversal to know; empty for nothing} */
    public String noteOf(String revision) throws SQLException {
        List<String> notes =
                connection.query(tables.in(NOTE), row -> row.getString(1) == null ? "" : row.getString(1), revision);
        return notes.isEmpty() ? "" : notes.get(0);
    }

    /** Forgets how far a revision came: what it committed stays, and it runs again from its beginning. */
    public void forgetProgress(String revision) throws SQLException {
        write("DELETE FROM {progress} WHERE revision OPERATOR(pg_catalog.=) ?", revision);
    }

    /** Takes an intent back: the server said that the statement left nothing behind. */
    public void forgetIntent(ProgressRow row) throws SQLException {
        write(FORGET_INTENT, row.revision(), row.operation().text(), row.statement());
    }
}
