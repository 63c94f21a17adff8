/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.internal.history.table.GuardedReader;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.run.RunKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads the rows of adoptions. */
public final class AdoptionRows {

    private static final String NEWEST = """
        SELECT operation, message FROM {history}
        WHERE operation OPERATOR(pg_catalog.=) ANY ('{adopt,adopt-undo}')
          AND outcome OPERATOR(pg_catalog.=) 'succeeded'
        ORDER BY id DESC LIMIT 1
        """;

    /** The prefix of the reason of every row of an adoption. */
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

    private AdoptionRows() {}

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
