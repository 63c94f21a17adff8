/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation.recipe;

import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.ObjectOperation.Rename;
import dev.retort.operation.Operation;
import dev.retort.operation.RoutineOperation.CreateRoutine;
import dev.retort.operation.TriggerOperation.CreateTrigger;
import dev.retort.operation.value.ColumnType;
import dev.retort.schema.Routine;
import dev.retort.schema.name.DefaultNames;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Trigger;
import java.util.List;

/**
 * A change of a column's type that would rewrite the table under ACCESS EXCLUSIVE, done through a second column
 * instead: three revisions, each deployed after the previous one is done.
 *
 * <p>{@link #expand} adds the second column and a trigger that fills it from the first; {@link #backfill} is the
 * condition and the assignment for the existing rows, to be run in batches; {@link #contract} drops the trigger and
 * swaps the names. {@link SafeRecipes} adds the constraints, indexes and not null of the old column to the new one
 * between the last two.
 *
 * @param table the table
 * @param column the column as it is
 * @param type the new type
 * @param conversion the expression that converts {@code %s}, the old value, as SQL: {@code %s::bigint}
 * @since 0.1
 */
public record TypeChange(QualifiedName table, Column column, ColumnType type, String conversion) {

    /**
     * Refuses a conversion without a place for the old value.
     *
     * @param table the table
     * @param column the column as it is
     * @param type the new type
     * @param conversion the expression that converts {@code %s}, the old value, as SQL: {@code %s::bigint}
     */
    public TypeChange {
        if (!conversion.contains("%s")) {
            throw new IllegalArgumentException("The conversion \"" + conversion + "\" has no %s for the old value");
        }
    }

    private String second() {
        return DefaultNames.of(column.name(), "new");
    }

    private QualifiedName function() {
        return table.sibling(DefaultNames.of(table.name(), column.name(), "new"));
    }

    /** {@return the second column and the trigger that fills it} */
    public List<Operation> expand() {
        Column added = Column.of(second(), type.type()).withCollation(type.collation());
        return List.of(AddColumn.of(table, added), new CreateRoutine(routine()), new CreateTrigger(table, trigger()));
    }

    private Routine routine() {
        String body = "BEGIN NEW." + quote(second()) + " := " + conversion.replace("%s", "NEW." + quote(column.name()))
                + "; RETURN NEW; END";
        String definition = "CREATE OR REPLACE FUNCTION " + written(function())
                + "()\n RETURNS trigger\n LANGUAGE plpgsql\n" + "AS $function$" + body + "$function$";
        return new Routine(function(), false, "", "trigger", definition, List.of(), null);
    }

    private Trigger trigger() {
        String name = function().name();
        String definition = "CREATE TRIGGER " + quote(name) + " BEFORE INSERT OR UPDATE ON " + written(table)
                + " FOR EACH ROW EXECUTE FUNCTION " + written(function()) + "()";
        return new Trigger(name, definition, Trigger.Firing.ORIGIN, null);
    }

    /** {@return the update of all existing rows; better in batches, with the same assignment and condition} */
    public String backfill() {
        return "UPDATE " + written(table) + " SET " + quote(second()) + " = "
                + conversion.replace("%s", quote(column.name())) + " WHERE " + quote(second()) + " IS NULL AND "
                + quote(column.name()) + " IS NOT NULL";
    }

    /** {@return the operations that drop the trigger and the first column, and rename the second} */
    public List<Operation> contract() {
        ObjectKey added = ObjectKey.of(ObjectKind.COLUMN, table, second());
        return List.of(
                new CreateTrigger(table, trigger()).reverse(),
                new CreateRoutine(routine()).reverse(),
                DropColumn.of(table, column),
                new Rename(added, column.name()));
    }

    private static String written(QualifiedName name) {
        return (name.schema() == null ? "" : quote(name.schema()) + ".") + quote(name.name());
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
