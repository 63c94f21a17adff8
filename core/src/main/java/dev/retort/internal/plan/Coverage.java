/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.step.PlannedStep;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has the first step of a run record what was applied before although the history says nothing of it: another tool did it, or
 * the history begins later. From then on an ancestor that is added to it is known not to have run.
 *
 * @param revisions the revisions
 * @param first the revision of the first step; {@code null} without steps
 */
public record Coverage(Set<String> revisions, @Nullable String first) {

    public Coverage {
        revisions = Set.copyOf(revisions);
    }

    public static Coverage of(MigrationState migrationState, Decision.Execute decision) {
        List<PlannedStep> steps = decision.steps();
        return new Coverage(
                UnrunRevisions.of(migrationState).assumed(),
                steps.isEmpty() ? null : steps.get(0).revision());
    }

    /** {@return the row as it is to be written} */
    public HistoryRow on(PlannedStep step, HistoryRow row) {
        return step.revision().equals(first)
                ? row.covering(revisions.stream().sorted().toList())
                : row;
    }
}
