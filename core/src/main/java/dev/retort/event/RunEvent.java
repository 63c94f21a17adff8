/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.event;

import dev.retort.migration.RunArguments;
import dev.retort.run.RunKind;
import java.util.List;
import java.util.UUID;

/**
 * A run: one call that changes a database.
 *
 * @param database the name of the database in Retort's settings, {@code default} unless there are several
 * @param runId the id under which the history records the run
 * @param operation an upgrade, a downgrade or a stamp
 * @param rowsBefore the version rows at the start
 * @param rowsAfter the version rows that the plan leads to
 * @param steps the revision ids of the plan in order
 * @param arguments the arguments that the command passes to listeners
 * @since 0.1
 */
public record RunEvent(
        String database,
        UUID runId,
        RunKind operation,
        List<String> rowsBefore,
        List<String> rowsAfter,
        List<String> steps,
        RunArguments arguments) {

    /**
     * Copies the lists.
     *
     * @param database the name of the database in Retort's settings, {@code default} unless there are several
     * @param runId the id under which the history records the run
     * @param operation an upgrade, a downgrade or a stamp
     * @param rowsBefore the version rows at the start
     * @param rowsAfter the version rows that the plan leads to
     * @param steps the revision ids of the plan in order
     * @param arguments the arguments that the command passes to listeners
     */
    public RunEvent {
        rowsBefore = List.copyOf(rowsBefore);
        rowsAfter = List.copyOf(rowsAfter);
        steps = List.copyOf(steps);
    }
}
