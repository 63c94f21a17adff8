/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.order.DiffSteps;
import dev.retort.internal.diff.order.Rank;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.RoutineOperation.CreateRoutine;
import dev.retort.operation.RoutineOperation.DropRoutine;
import dev.retort.operation.RoutineOperation.ReplaceRoutine;
import dev.retort.schema.Routine;
import java.util.ArrayList;
import java.util.List;

/** Compares functions and procedures. */
public final class RoutineComparison {

    private final ComparedSchemas sides;
    private final RecreatedObjects recreated;
    private final DiffSteps steps;

    public RoutineComparison(ComparedSchemas sides, RecreatedObjects recreated, DiffSteps steps) {
        this.sides = sides;
        this.recreated = recreated;
        this.steps = steps;
    }

    public void compare() {
        for (Routine from : sides.from().schema().routines()) {
            boolean mustBeDropped = recreated.contains(from.key());
            if (!(sides.to().object(from.key()) instanceof Routine to)) {
                Rank rank = mustBeDropped ? Rank.REPLACE_ROUTINE : Rank.DROP_ROUTINE;
                steps.add(rank, from.key(), AnnotatedOperation.of(DropRoutine.of(from)));
            } else if (mustBeDropped) {
                steps.add(Rank.REPLACE_ROUTINE, from.key(), AnnotatedOperation.of(DropRoutine.of(from)));
                steps.add(Rank.ROUTINE, to.key(), AnnotatedOperation.of(new CreateRoutine(to)));
            } else {
                steps.add(Rank.ROUTINE, to.key(), changes(from, to));
            }
        }
        for (Routine to : sides.to().schema().routines()) {
            if (!sides.from().has(to.key())) {
                steps.add(Rank.ROUTINE, to.key(), AnnotatedOperation.of(new CreateRoutine(to)));
            }
        }
    }

    private static List<AnnotatedOperation> changes(Routine from, Routine to) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        if (!from.definition().equals(to.definition())) {
            changes.add(AnnotatedOperation.of(new ReplaceRoutine(from, to)));
        }
        changes.addAll(CommentAndGrantComparison.comment(to.key(), from.comment(), to.comment()));
        changes.addAll(CommentAndGrantComparison.grants(to.key(), from.grants(), to.grants()));
        return changes;
    }
}
