/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

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
 * The state of the real database in Retort's own tables.
 *
 * @param current the version rows
 * @param rates how fast statements went there
 */
record RealState(List<String> current, Rates rates) {

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
            return new RealState(state.state().rows(), LearnedRates.of(state.state(), connection));
        } catch (SQLException e) {
            throw new DatabaseException("The state of the database could not be read.", e);
        }
    }
}
