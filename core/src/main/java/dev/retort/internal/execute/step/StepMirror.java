/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.step;

import dev.retort.graph.Direction;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.adopt.Mirror;
import dev.retort.internal.adopt.tool.Adoptions;
import dev.retort.internal.adopt.tool.ForeignTools;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.step.PlannedStep;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Writes the steps of imported revisions to the history of the tool from which the database was adopted. */
public final class StepMirror {

    private final @Nullable Mirror mirror;

    private StepMirror(@Nullable Mirror mirror) {
        this.mirror = mirror;
    }

    /** {@return a mirror that writes nothing, for a database that was not adopted} */
    public static StepMirror none() {
        return new StepMirror(null);
    }

    /** {@return the mirror of a run; one that writes nothing where the settings or the privileges do not let it} */
    public static StepMirror of(RunEnvironment environment, ForeignTable table, MigrationConnection connection)
            throws SQLException {
        boolean writes = environment.policy().adoption().mirror() && Adoptions.isMirrored(connection, table);
        return writes
                ? new StepMirror(ForeignTools.of(table)
                        .mirror(connection, table, environment.policy().placeholders()))
                : none();
    }

    /** Writes a step, in its transaction. */
    void record(PlannedStep step) throws SQLException {
        if (mirror != null) {
            mirror.record(step.script(), step.step().direction() == Direction.UPGRADE);
        }
    }
}
