/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.internal.history.table.GuardedReader;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.status.FailureRecord;
import dev.retort.status.HistoryEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the history and the texts of scripts. */
public final class HistoryReader {

    private static final String LOG = """
        SELECT id, run_id, operation, revision, down_revisions, depends_on, branch_labels, rows_before, rows_after,
               description, checksum, outcome, sqlstate, message, file, line, blocked_by, reason, database_user,
               principal, application, host, tool_version, started_at, duration_ms,
               pg_catalog.to_jsonb(h) OPERATOR(pg_catalog.->>) 'detail' AS detail,
               pg_catalog.to_jsonb(h) OPERATOR(pg_catalog.->>) 'hint' AS hint
        FROM {history} AS h WHERE id OPERATOR(pg_catalog.<) ? ORDER BY id DESC LIMIT ?
        """;

    private static final String PLACEHOLDERS = """
        SELECT pair.key, pair.value
        FROM (SELECT pg_catalog.to_jsonb(h) OPERATOR(pg_catalog.->) 'placeholders' AS stored FROM {history} AS h
            WHERE revision OPERATOR(pg_catalog.=) ? AND operation OPERATOR(pg_catalog.=) 'upgrade'
                AND outcome OPERATOR(pg_catalog.=) 'succeeded'
            ORDER BY id DESC LIMIT 1) AS newest
        CROSS JOIN LATERAL pg_catalog.jsonb_each_text(
            CASE WHEN pg_catalog.jsonb_typeof(stored) OPERATOR(pg_catalog.=) 'object' THEN stored END) AS pair
        """;

    private final GuardedReader reader;
    private final Tables tables;

    /**
     * Creates a reader.
     *
     * @param connection where to read
     * @param tables the tables, which exist
     */
    public HistoryReader(MigrationConnection connection, Tables tables) {
        this.reader = new GuardedReader(connection, tables.guard());
        this.tables = tables;
    }

    /**
     * Reads rows, newest first.
     *
     * @param limit how many at most
     * @param before only rows with a smaller id; {@code null} from the newest
     */
    public List<HistoryEntry> read(int limit, @Nullable Long before) throws SQLException {
        return reader.query(
                List.of(tables.history()),
                tables.in(LOG),
                HistoryReader::entry,
                before == null ? Long.MAX_VALUE : before,
                limit);
    }

    /** {@return the text of a script that was run here; {@code null} when it was not kept} */
    public @Nullable String scriptText(String checksum) throws SQLException {
        List<String> found = reader.query(
                List.of(tables.script()),
                tables.in("SELECT text FROM {script} WHERE checksum OPERATOR(pg_catalog.=) ?"),
                row -> row.getString(1),
                checksum);
        return found.isEmpty() ? null : found.get(0);
    }

    /** {@return the values of placeholders that the newest upgrade of a revision used, as far as they were kept} */
    public Map<String, String> placeholders(String revision) throws SQLException {
        Map<String, String> values = new HashMap<>();
        reader.query(
                List.of(tables.history()),
                tables.in(PLACEHOLDERS),
                row -> values.put(row.getString(1), row.getString(2)),
                revision);
        return values;
    }

    private record Entry(
            long id,
            UUID runId,
            String operation,
            @Nullable String revision,
            List<String> downRevisions,
            List<String> dependsOn,
            List<String> branchLabels,
            List<String> rowsBefore,
            List<String> rowsAfter,
            String description,
            @Nullable String checksum,
            String outcome,
            @Nullable FailureRecord failure,
            @Nullable String reason,
            String databaseUser,
            @Nullable String principal,
            String application,
            String host,
            String toolVersion,
            Instant startedAt,
            Duration took)
            implements HistoryEntry {}

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("run_id", UUID.class),
                row.getString("operation"),
                row.getString("revision"),
                Columns.strings(row, row.findColumn("down_revisions")),
                Columns.strings(row, row.findColumn("depends_on")),
                Columns.strings(row, row.findColumn("branch_labels")),
                Columns.strings(row, row.findColumn("rows_before")),
                Columns.strings(row, row.findColumn("rows_after")),
                row.getString("description"),
                row.getString("checksum"),
                row.getString("outcome"),
                failure(row),
                row.getString("reason"),
                row.getString("database_user"),
                row.getString("principal"),
                row.getString("application"),
                row.getString("host"),
                row.getString("tool_version"),
                Columns.instant(row, row.findColumn("started_at")),
                Duration.ofMillis(row.getLong("duration_ms")));
    }

    private static @Nullable FailureRecord failure(ResultSet row) throws SQLException {
        String message = row.getString("message");
        if (message == null || row.getString("outcome").equals("succeeded")) {
            return null;
        }
        return new FailureRecord(
                row.getString("sqlstate"),
                message,
                row.getString("detail"),
                row.getString("hint"),
                row.getString("file"),
                row.getObject("line", Integer.class),
                row.getString("blocked_by"));
    }
}
