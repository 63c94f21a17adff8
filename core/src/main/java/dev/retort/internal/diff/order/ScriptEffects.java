/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.order;

import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.Operation;
import dev.retort.operation.RoutineOperation.CreateRoutine;
import dev.retort.operation.RoutineOperation.ReplaceRoutine;
import dev.retort.operation.TableOperation.CreateTable;
import dev.retort.operation.ViewOperation.CreateMaterializedView;
import dev.retort.schema.name.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operations of a script that decide which rows its constraints are checked against. */
final class ScriptEffects {

    private final Set<QualifiedName> created = new HashSet<>();
    private final Map<QualifiedName, Set<String>> dropped = new HashMap<>();
    private final Set<String> routines = new HashSet<>();

    ScriptEffects(List<AnnotatedOperation> changes) {
        changes.forEach(change -> note(change.operation()));
    }

    private void note(Operation operation) {
        if (operation instanceof CreateTable create) {
            created.add(create.definition().name());
        } else if (operation instanceof CreateMaterializedView create) {
            created.add(create.definition().name());
        } else if (operation instanceof DropColumn drop) {
            dropped.computeIfAbsent(drop.table(), table -> new HashSet<>()).add(drop.column());
        } else if (operation instanceof CreateRoutine create) {
            routines.add(create.definition().name().name());
        } else if (operation instanceof ReplaceRoutine replace) {
            routines.add(replace.to().name().name());
        }
    }

    /** {@return whether the script creates this table or materialized view, so that it has no rows of before} */
    boolean creates(QualifiedName relation) {
        return created.contains(relation);
    }

    /** {@return whether the script drops this column, to add another one under its name perhaps} */
    boolean drops(QualifiedName table, String column) {
        return dropped.getOrDefault(table, Set.of()).contains(column);
    }

    /** {@return whether the script creates or replaces a routine of this name} */
    boolean changesRoutine(String name) {
        return routines.contains(name);
    }
}
