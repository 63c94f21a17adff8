/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.error.RetortException;
import dev.retort.internal.history.table.TableGuard.Lock;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.history.table.UnsafeTableException;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.SqlState;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes version rows, history and progress. Each method is one round trip and takes part in the transaction that is
 * open on its connection, or commits on its own when none is.
 */
public final class HistoryWriter {

    /** Version rows, script text and history together; says whether all rows were there and the lock is still ours. */
    private static final String STEP = """
        WITH deleted AS (:delete RETURNING 1), inserted AS (:insert RETURNING 1), stored AS (:store),
        finished AS (:finish), recorded AS (:record RETURNING id)
        SELECT (SELECT pg_catalog.count(*) FROM deleted), (SELECT pg_catalog.count(*) FROM inserted),
            (SELECT pg_catalog.count(*) FROM recorded), :held
        """;

    private static final NamedStatement NOW = NamedStatement.of("pg_catalog.clock_timestamp()");

    private static final String NOTE = """
        SELECT message FROM {history}
        WHERE revision OPERATOR(pg_catalog.=) ? AND operation OPERATOR(pg_catalog.=) 'upgrade'
            AND outcome OPERATOR(pg_catalog.=) 'succeeded'
        ORDER BY id DESC LIMIT 1
        """;

    private final MigrationConnection connection;
    private final Tables tables;
    private final RunIdentity run;
    private final RecordStatements statements;

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
        this.statements = new RecordStatements(tables, run, scriptTextLimit);
    }

    /**
     * Records a step that succeeded: in its transaction, as the last statements before the commit.
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
        NamedStatement kept = statements.keepScript(row);
        NamedStatement step = new NamedStatement(
                STEP,
                Map.of(
                        "delete", statements.deleteVersions(rows.deleted()),
                        "insert", statements.insertVersions(rows.inserted()),
                        "store", kept == null ? NamedStatement.of("SELECT") : kept,
                        "finish", statements.forgetProgress(rows.revision(), row.operation()),
                        "record", insert(row),
                        "held", NamedStatement.of(heldCondition)));
        Written written = writeStep(step, rows.rowsBefore());
        if (written.deleted() != rows.deleted().size()
                || written.inserted() != rows.inserted().size()) {
            throw versionRowsMoved(rows.rowsBefore());
        }
        return written.held();
    }

    private Written writeStep(NamedStatement step, List<String> expected) throws SQLException {
        try {
            return connection.queryOneAsSelf(
                    beforeWriting(),
                    step.sent(tables),
                    result -> new Written(result.getInt(1), result.getInt(2), result.getBoolean(4)),
                    step.parameters());
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

    private void write(NamedStatement statement) throws SQLException {
        try {
            connection.updateAsSelf(beforeWriting(), statement.sent(tables), statement.parameters());
        } catch (SQLException e) {
            throw unsafeOr(e);
        }
    }

    private record Written(int deleted, int inserted, boolean held) {}

    private RetortException versionRowsMoved(List<String> expected) {
        return new RetortException(
                "The rows of " + tables.version() + " changed while the step ran; the step is rolled back.",
                "Expected " + (expected.isEmpty() ? "none" : String.join(", ", expected))
                        + "; another tool, such as Alembic, migrates this database at the same time.",
                "Wait until the other tool ends and try again.");
    }

    /** Adds a row to the history and touches nothing else. */
    public void record(HistoryRow row) throws SQLException {
        write(insert(row));
    }

    private NamedStatement insert(HistoryRow row) {
        return statements.history(row, measured(row, NOW)).insert();
    }

    /** A row is written when its step ends, so that it began as long before as the step took. */
    private Map<String, Object> measured(HistoryRow row, NamedStatement end) {
        long took = row.took().toMillis();
        return Map.of(
                "host",
                run.host(),
                "started_at",
                new NamedStatement(
                        ":end OPERATOR(pg_catalog.-)"
                                + " pg_catalog.make_interval(secs => :took::bigint OPERATOR(pg_catalog./) 1000.0)",
                        Map.of("end", end, "took", took)),
                "duration_ms",
                took);
    }

    /**
     * Adds what another tool ran, with its text.
     *
     * @param row the row
     * @param user who ran it
     * @param at when it ended
     */
    public void recordOriginal(HistoryRow row, String user, Instant at) throws SQLException {
        NamedStatement end =
                new NamedStatement(":at::pg_catalog.timestamptz", Map.of("at", at.atOffset(ZoneOffset.UTC)));
        Map<String, Object> measured = new HashMap<>(measured(row, end));
        measured.put("database_user", user);
        write(statements.history(row, measured).insert());
        NamedStatement kept = statements.keepScript(row);
        if (kept != null) {
            write(kept);
        }
    }

    /** Replaces the version rows. */
    public void replaceVersions(List<String> rows) throws SQLException {
        write(NamedStatement.of("DELETE FROM {version}"));
        if (!rows.isEmpty()) {
            write(statements.insertVersions(rows));
        }
    }

    /** Says that a statement is about to run, or has run. */
    public void recordProgress(ProgressRow row) throws SQLException {
        write(statements.progress(row, row.definition()));
    }

    /** {@return what the newest upgrade of a revision left for its reversal to know; empty for nothing} */
    public String noteOf(String revision) throws SQLException {
        List<String> notes =
                connection.query(tables.in(NOTE), row -> row.getString(1) == null ? "" : row.getString(1), revision);
        return notes.isEmpty() ? "" : notes.get(0);
    }

    /** Forgets how far a revision came: what it committed stays, and it runs again from its beginning. */
    public void forgetProgress(String revision) throws SQLException {
        write(new NamedStatement(
                "DELETE FROM {progress} WHERE revision OPERATOR(pg_catalog.=) :revision",
                Map.of("revision", revision)));
    }

    /** Takes an intent back: the server said that the statement left nothing behind. */
    public void forgetIntent(ProgressRow row) throws SQLException {
        NamedStatement forget = statements.forgetProgress(row.revision(), row.operation());
        write(new NamedStatement(
                ":forget AND statement OPERATOR(pg_catalog.=) :statement AND state OPERATOR(pg_catalog.=) 'intent'",
                Map.of("forget", forget, "statement", row.statement())));
    }
}
