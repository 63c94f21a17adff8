/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.render.text.ObjectText;
import dev.retort.operation.RoutineOperation;
import dev.retort.operation.RoutineOperation.CreateRoutine;
import dev.retort.operation.RoutineOperation.DropRoutine;
import dev.retort.operation.RoutineOperation.ReplaceRoutine;
import dev.retort.schema.Routine;
import java.util.ArrayList;
import java.util.List;

/** Writes operations on functions and procedures. */
record RoutineSql(Dialect dialect) implements RoutineOperation.Visitor<List<String>> {

    @Override
    public List<String> createRoutine(CreateRoutine operation) {
        Routine routine = operation.definition();
        List<String> statements = new ArrayList<>();
        statements.add(routine.definition().strip());
        ObjectText objects = new ObjectText(dialect);
        objects.addComment(statements, routine.key(), routine.comment());
        statements.addAll(objects.grant(routine.key(), routine.grants()));
        return statements;
    }

    @Override
    public List<String> dropRoutine(DropRoutine operation) {
        return List.of("DROP " + operation.routine().kind().sql() + " " + (operation.ifExists() ? "IF EXISTS " : "")
                + new ObjectText(dialect).name(operation.routine()) + (operation.cascade() ? " CASCADE" : ""));
    }

    @Override
    public List<String> replaceRoutine(ReplaceRoutine operation) {
        return List.of(operation.to().definition().strip());
    }
}
