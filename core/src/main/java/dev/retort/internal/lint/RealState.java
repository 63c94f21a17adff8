/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.internal.history.DatabaseState;
import dev.retort.internal.history.table.GuardedReader;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.lint.price.Rates;
import dev.retort.internal.plan.MigrationState;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Retort's own tables in the real database say.
 *
 * @param current the version rows
 * @param rates how fast statements went there
 */
record RealState(List<String> current, Rates rates) {

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

    /**
     * Reads it.
     *
     * @param unadopted refuses a database without recorded revisions that has a schema; {@code null} to take any
     */
    static RealState read(
            RunEnvironment environment, List<RevisionScript> scripts, @Nullable UnadoptedDatabase unadopted) {
        try (MigrationConnection connection = environment.source().open()) {
            environment.takeRole(connection);
            MigrationState state = environment.lookOnly(Revisions.of(scripts), connection);
            if (unadopted != null) {
                unadopted.refuse(environment, state, connection);
            }
            return new RealState(state.state().rows(), rates(state.state(), connection));
        } catch (SQLException e) {
            throw new DatabaseException("The state of the database could not be read.", e);
        }
    }

    private static Rates rates(DatabaseState state, MigrationConnection connection) throws SQLException {
        if (!state.hasHistory()) {
            return Rates.COMMON;
        }
        GuardedReader reader = new GuardedReader(connection, state.tables().guard());
        return Rates.learned(reader.query(
                List.of(state.tables().history()), state.tables().in(WORK), row -> row.getString(1), NEWEST));
    }
}
