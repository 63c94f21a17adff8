/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.order;

import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.schema.name.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the alterations of a table beside each other, so that they are one {@code ALTER TABLE}: a later alteration moves up to the earlier
 * ones of its table, or these move down to it, past steps that may change places with them.
 */
final class AlterationRuns {

    private final AlterationOrder order;
    private final List<DiffStep> steps;

    private AlterationRuns(AlterationOrder order, List<DiffStep> steps) {
        this.order = order;
        this.steps = new ArrayList<>(steps);
    }

    /** {@return the steps with as few runs of alterations as the order allows} */
    static List<DiffStep> joined(ComparedSchemas sides, List<DiffStep> steps) {
        AlterationRuns runs = new AlterationRuns(new AlterationOrder(sides, steps), steps);
        runs.join();
        return runs.steps;
    }

    private void join() {
        Map<QualifiedName, DiffStep> last = new HashMap<>();
        for (DiffStep step : List.copyOf(steps)) {
            Alteration alteration = order.alteration(step);
            if (alteration != null) {
                DiffStep earlier = last.put(alteration.table(), step);
                if (earlier != null) {
                    join(index(earlier), index(step), alteration);
                }
            }
        }
    }

    /** Two steps may be equal, so the step itself is looked up. */
    @SuppressWarnings("ReferenceEquality")
    private int index(DiffStep step) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) == step) {
                return i;
            }
        }
        throw new IllegalArgumentException("No step of this list: " + step);
    }

    private void join(int earlier, int later, Alteration alteration) {
        List<DiffStep> between = steps.subList(earlier + 1, later);
        if (between.stream().allMatch(step -> order.mayComeBefore(alteration, step))) {
            steps.add(earlier + 1, steps.remove(later));
            return;
        }
        int first = earlier;
        while (first > 0 && isOf(alteration.table(), steps.get(first - 1))) {
            first--;
        }
        List<DiffStep> run = steps.subList(first, earlier + 1);
        if (run.stream().allMatch(step -> mayComeAfter(step, between))) {
            List<DiffStep> moved = List.copyOf(run);
            steps.addAll(later, moved);
            steps.subList(first, earlier + 1).clear();
        }
    }

    private boolean mayComeAfter(DiffStep step, List<DiffStep> between) {
        Alteration alteration = order.alteration(step);
        return alteration != null && between.stream().allMatch(other -> order.mayComeAfter(alteration, other));
    }

    private boolean isOf(QualifiedName table, DiffStep step) {
        Alteration alteration = order.alteration(step);
        return alteration != null && alteration.table().equals(table);
    }
}
