/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.operation.RoutineOperation.CreateRoutine;
import dev.retort.operation.RoutineOperation.DropRoutine;
import dev.retort.operation.RoutineOperation.ReplaceRoutine;
import dev.retort.schema.Routine;
import java.util.ArrayList;
import java.util.List;

/** Compares functions and procedures. */
final class RoutineComparison {

    private final Sides sides;
    private final Remade remade;
    private final Steps steps;

    RoutineComparison(Sides sides, Remade remade, Steps steps) {
        this.sides = sides;
        this.remade = remade;
        this.steps = steps;
    }

    void compare() {
        for (Routine from : sides.from().schema().routines()) {
            boolean standsInTheWay = remade.contains(from.key());
            if (!(sides.to().object(from.key()) instanceof Routine to)) {
                Rank rank = standsInTheWay ? Rank.REPLACE_ROUTINE : Rank.DROP_ROUTINE;
                steps.add(rank, from.key(), Change.of(DropRoutine.of(from)));
            } else if (standsInTheWay) {
                steps.add(Rank.REPLACE_ROUTINE, from.key(), Change.of(DropRoutine.of(from)));
                steps.add(Rank.ROUTINE, to.key(), Change.of(new CreateRoutine(to)));
            } else {
                steps.add(Rank.ROUTINE, to.key(), changes(from, to));
            }
        }
        for (Routine to : sides.to().schema().routines()) {
            if (!sides.from().has(to.key())) {
                steps.add(Rank.ROUTINE, to.key(), Change.of(new CreateRoutine(to)));
            }
        }
    }

    private static List<Change> changes(Routine from, Routine to) {
        List<Change> changes = new ArrayList<>();
        if (!from.definition().equals(to.definition())) {
            changes.add(Change.of(new ReplaceRoutine(from, to)));
        }
        changes.addAll(Remarks.comment(to.key(), from.comment(), to.comment()));
        changes.addAll(Remarks.grants(to.key(), from.grants(), to.grants()));
        return changes;
    }
}
