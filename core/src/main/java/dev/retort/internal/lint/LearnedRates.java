/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.internal.history.DatabaseState;
import dev.retort.internal.history.table.GuardedReader;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.lint.price.Rates;
import java.sql.SQLException;
import java.util.List;

/** Learns from the history of a database how fast statements go there. */
public final class LearnedRates {

    private static final int NEWEST = 200;

    /** Tables of older builds lack the column. */
    private static final String WORK = """
        SELECT done.value
        FROM (SELECT h.id, pg_catalog.to_jsonb(h) OPERATOR(pg_catalog.->) 'work' AS work FROM {history} AS h
            WHERE h.outcome OPERATOR(pg_catalog.=) 'succeeded') AS r
        CROSS JOIN LATERAL pg_catalog.jsonb_array_elements_text(
            CASE WHEN pg_catalog.jsonb_typeof(r.work) OPERATOR(pg_catalog.=) 'array' THEN r.work END) AS done
        ORDER BY r.id DESC LIMIT ?
        """;

    private LearnedRates() {}

    /**
     * {@return the rates; those of common disks where no statement took long enough}
     *
     * @param state what is known of the database
     * @param connection a session there, outside of a transaction
     */
    public static Rates of(DatabaseState state, MigrationConnection connection) throws SQLException {
        if (!state.hasHistory()) {
            return Rates.COMMON;
        }
        GuardedReader reader = new GuardedReader(connection, state.tables().guard());
        return Rates.learned(reader.query(
                List.of(state.tables().history()), state.tables().in(WORK), row -> row.getString(1), NEWEST));
    }
}
