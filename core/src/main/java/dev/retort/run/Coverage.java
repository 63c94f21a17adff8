/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.history.HistoryRow;
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
record Coverage(Set<String> revisions, @Nullable String first) {

    Coverage {
        revisions = Set.copyOf(revisions);
    }

    static Coverage of(Situation situation, Decision.Go decision) {
        List<StepScript> steps = decision.steps();
        return new Coverage(
                new UnrunRevisions(situation).assumed(),
                steps.isEmpty() ? null : steps.get(0).revision());
    }

    /** {@return the row as it is to be written} */
    HistoryRow on(StepScript step, HistoryRow row) {
        return step.revision().equals(first)
                ? row.covering(revisions.stream().sorted().toList())
                : row;
    }
}
