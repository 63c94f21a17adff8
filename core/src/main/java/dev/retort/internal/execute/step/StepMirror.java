/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.step;

import dev.retort.graph.Direction;
import dev.retort.internal.adopt.Adoptions;
import dev.retort.internal.adopt.FlywayMirror;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.plan.MigrationState;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.step.StepStatements;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the steps of imported revisions to the history of the tool from which the database was adopted. */
public final class StepMirror {

    private final @Nullable FlywayMirror mirror;

    private StepMirror(@Nullable FlywayMirror mirror) {
        this.mirror = mirror;
    }

    /** {@return the mirror of a run; one that writes nothing where the database was not adopted} */
    public static StepMirror of(
            RunEnvironment environment, MigrationState migrationState, MigrationConnection connection)
            throws SQLException {
        if (!environment.policy().adoption().mirror() || !migrationState.state().hasHistory()) {
            return new StepMirror(null);
        }
        Optional<ForeignTable> table =
                Adoptions.mirrored(connection, migrationState.state().tables());
        return new StepMirror(table.map(one ->
                        new FlywayMirror(connection, one, environment.policy().placeholders()))
                .orElse(null));
    }

    /** Writes a step, in its transaction. */
    void record(StepStatements step) throws SQLException {
        if (mirror != null) {
            mirror.record(step.script(), step.step().direction() == Direction.UPGRADE);
        }
    }
}
