/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.Notes;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.IndexOperation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.recipe.SafeRecipes;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.Constraint.Exclusion;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Constraint.PrimaryKey;
import dev.retort.schema.part.Constraint.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Knows which recipe comes in the place of an operation.
 *
 * @param recipes the recipes
 * @param tables the tables for which they are sure
 */
public record SafeSteps(SafeRecipes recipes, Set<QualifiedName> tables) {

    /** {@return whether there is a recipe for an operation} */
    boolean covers(Operation operation) {
        return !recipe(operation).isEmpty();
    }

    /** {@return the steps that come in the place of a change} */
    public List<AnnotatedOperation> of(AnnotatedOperation change) {
        List<Operation> recipe = recipe(change.operation());
        return recipe.isEmpty() ? List.of(direct(change)) : steps(change, recipe);
    }

    /** {@return the steps that put what a change makes in the place of what another operation drops} */
    public List<AnnotatedOperation> replacing(Operation dropping, AnnotatedOperation change) {
        if (dropping instanceof DropConstraint drop && change.operation() instanceof AddConstraint add) {
            Check from = (Check) Objects.requireNonNull(drop.dropped());
            return steps(change, recipes.replaceCheck(add.table(), from, (Check) add.definition()));
        }
        CreateIndex create = (CreateIndex) change.operation();
        DropIndex drop = (DropIndex) dropping;
        return steps(
                change,
                recipes.replaceIndex(create.table(), Objects.requireNonNull(drop.dropped()), create.definition()));
    }

    private static List<AnnotatedOperation> steps(AnnotatedOperation change, List<Operation> recipe) {
        List<AnnotatedOperation> steps = new ArrayList<>();
        for (Operation operation : recipe) {
            steps.add(new AnnotatedOperation(operation, steps.isEmpty() ? change.notes() : List.of()));
        }
        return steps;
    }

    private List<Operation> recipe(Operation operation) {
        if (operation instanceof AlterColumnNullability alter && tables.contains(alter.table())) {
            boolean plain = alter.equals(AlterColumnNullability.setNotNull(alter.table(), alter.column()));
            return plain ? recipes.notNull(alter.table(), alter.column()) : List.of();
        }
        if (operation instanceof CreateIndex create && tables.contains(create.table())) {
            boolean named = create.definition().name() != null;
            return named ? recipes.index(create.table(), create.definition()) : List.of();
        }
        return operation instanceof AddConstraint add
                        && tables.contains(add.table())
                        && add.definition().name() != null
                ? constraint(add.table(), add.definition())
                : List.of();
    }

    private List<Operation> constraint(QualifiedName table, Constraint constraint) {
        if (constraint instanceof ForeignKey key && key.validated() && key.enforced()) {
            return recipes.foreignKey(table, key);
        }
        if (constraint instanceof Check check && check.validated() && check.enforced()) {
            return recipes.check(table, check);
        }
        boolean indexed = constraint instanceof PrimaryKey key
                ? !key.withoutOverlaps()
                : constraint instanceof Unique unique && !unique.withoutOverlaps();
        return indexed ? recipes.unique(table, constraint) : List.of();
    }

    private AnnotatedOperation direct(AnnotatedOperation change) {
        Operation operation = change.operation();
        if (operation instanceof AlterColumnType alter && tables.contains(alter.table())) {
            return noted(change, Notes.typeChangeLocks(alter.table()));
        }
        return operation instanceof AddConstraint add
                        && add.definition() instanceof Exclusion
                        && tables.contains(add.table())
                ? noted(change, Notes.exclusionLocks(add.table()))
                : change;
    }

    private static AnnotatedOperation noted(AnnotatedOperation change, String note) {
        List<String> notes = new ArrayList<>(change.notes());
        notes.add(note);
        return new AnnotatedOperation(change.operation(), notes);
    }
}
