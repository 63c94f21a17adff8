/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.internal.history.table.GuardedReader;
import dev.retort.internal.history.table.TableGuard.Lock;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.run.RunKind;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of an adoption: what another tool did, with its times and users, and the adoption itself. */
public final class AdoptionRows {

    private static final String CLOCK = "pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-)";

    /** What another tool ran has its own time and user. */
    private static final String ORIGINAL = HistoryWriter.INSERT
            .replace("started_at, duration_ms", "started_at, database_user, duration_ms")
            .replace(CLOCK, "?::pg_catalog.timestamptz OPERATOR(pg_catalog.-)")
            .replace("/) 1000.0), ?, ?", "/) 1000.0), ?, ?, ?");

    private static final String NEWEST = """
        SELECT operation, message FROM {history}
        WHERE operation OPERATOR(pg_catalog.=) ANY ('{adopt,adopt-undo}')
          AND outcome OPERATOR(pg_catalog.=) 'succeeded'
        ORDER BY id DESC LIMIT 1
        """;

    /** What begins the reason of every row of an adoption. */
    public static final String REASON = "adopted from ";

    private static final String ADOPTED = """
        SELECT newest.revision FROM (
            SELECT DISTINCT ON (revision) revision, operation, reason FROM {history}
            WHERE operation OPERATOR(pg_catalog.=) ANY ('{upgrade,downgrade}')
              AND outcome OPERATOR(pg_catalog.=) 'succeeded'
            ORDER BY revision, id DESC) AS newest
        WHERE newest.operation OPERATOR(pg_catalog.=) 'upgrade'
          AND pg_catalog.starts_with(newest.reason, ?::pg_catalog.text)
        """;

    /** The parameter of the duration that the time is counted back from; the next one is the duration itself. */
    private static final int BEFORE_TIME = 24;

    private final MigrationConnection connection;
    private final Tables tables;
    private final HistoryWriter historyWriter;

    /**
     * Creates a writer.
     *
     * @param connection the connection of the adoption, in whose transaction everything is written
     * @param tables Retort's tables
     * @param historyWriter writes the other rows of the run
     */
    public AdoptionRows(MigrationConnection connection, Tables tables, HistoryWriter historyWriter) {
        this.connection = connection;
        this.tables = tables;
        this.historyWriter = historyWriter;
    }

    /**
     * Writes what another tool ran.
     *
     * @param row the row
     * @param user who ran it
     * @param at when it ended
     */
    public void original(HistoryRow row, String user, Instant at) throws SQLException {
        List<@Nullable Object> parameters = new ArrayList<>(historyWriter.historyParameters(row));
        parameters.add(BEFORE_TIME, at.atOffset(ZoneOffset.UTC));
        parameters.add(BEFORE_TIME + 2, user);
        write(ORIGINAL, parameters.toArray());
        Subject subject = row.subject();
        String text = subject == null ? null : subject.textToKeep(historyWriter.scriptTextLimit());
        if (subject != null && text != null) {
            write(
                    "INSERT INTO {script} (checksum, text) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    subject.textChecksum(),
                    text);
        }
    }

    /** Replaces the version rows. */
    public void rows(List<String> rows) throws SQLException {
        write("DELETE FROM {version}");
        if (!rows.isEmpty()) {
            write("INSERT INTO {version} (version_num) SELECT pg_catalog.unnest(?::pg_catalog.text[])", (Object)
                    rows.toArray(String[]::new));
        }
    }

    private void write(String sql, @Nullable Object... parameters) throws SQLException {
        connection.updateAsSelf(tables.guard().before(Lock.ROW_EXCLUSIVE, tables.all()), tables.in(sql), parameters);
    }

    /**
     * {@return the table from which the database is adopted, as the adoption's row names it; empty when it is not, or
     * the adoption was undone}
     *
     * @param connection where to read
     * @param tables Retort's tables, which exist
     */
    public static Optional<String> adoptedFrom(MigrationConnection connection, Tables tables) throws SQLException {
        return newest(connection, tables, RunKind.ADOPT);
    }

    /**
     * {@return the history table of the tool for which the adoption was undone; empty if it was not, or the database
     * was adopted again}
     */
    public static Optional<String> undoneFor(MigrationConnection connection, Tables tables) throws SQLException {
        return newest(connection, tables, RunKind.ADOPT_UNDO);
    }

    /** {@return the revisions that no run has applied since an adoption recorded them} */
    public static List<String> adoptedRevisions(MigrationConnection connection, Tables tables) throws SQLException {
        return new GuardedReader(connection, tables.guard())
                .query(List.of(tables.history()), tables.in(ADOPTED), row -> row.getString(1), REASON);
    }

    private static Optional<String> newest(MigrationConnection connection, Tables tables, RunKind operation)
            throws SQLException {
        GuardedReader reader = new GuardedReader(connection, tables.guard());
        return reader
                .query(
                        List.of(tables.history()),
                        tables.in(NEWEST),
                        row -> RunKind.of(row.getString(1)) == operation ? row.getString(2) : "")
                .stream()
                .filter(table -> !table.isEmpty())
                .findFirst();
    }
}
