/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.schema.MaterializedView;
import dev.retort.schema.Routine;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;

/**
 * Dependents of a routine that is dropped whose words stay the same: they call another routine of its name, such as one with one more
 * parameter that has a default, and PostgreSQL binds them to it only when they are created again.
 */
public record UnchangedDependents(ComparedSchemas sides) {

    /** {@return whether a dropped routine has such dependents} */
    public boolean has(Routine dropped) {
        return sides.from().dependents(dropped.key()).stream().anyMatch(this::isUnchanged);
    }

    private boolean isUnchanged(ObjectKey dependent) {
        ObjectKey owner = sides.from().owner(dependent);
        SchemaObject from = sides.from().object(owner);
        SchemaObject to = sides.to().object(owner);
        if (from instanceof View old) {
            return to instanceof View wanted && old.query().equals(wanted.query());
        }
        if (from instanceof MaterializedView old) {
            return to instanceof MaterializedView wanted && old.query().equals(wanted.query());
        }
        return from instanceof Table old && to instanceof Table wanted && isUnchanged(dependent, old, wanted);
    }

    private static boolean isUnchanged(ObjectKey part, Table from, Table to) {
        return switch (part.kind()) {
            case COLUMN -> {
                ColumnValue value =
                        from.column(part.detail()).map(Column::value).orElse(ColumnValue.NONE);
                yield !value.equals(ColumnValue.NONE)
                        && value.equals(
                                to.column(part.detail()).map(Column::value).orElse(ColumnValue.NONE));
            }
            case CONSTRAINT ->
                from.constraints().stream()
                        .filter(constraint -> part.detail().equals(constraint.name()))
                        .anyMatch(to.constraints()::contains);
            case INDEX ->
                from.indexes().stream()
                        .filter(index -> part.name().name().equals(index.name()))
                        .anyMatch(to.indexes()::contains);
            default -> false;
        };
    }
}
