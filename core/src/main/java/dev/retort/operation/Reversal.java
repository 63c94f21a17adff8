/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.ConstraintOperation.ValidateConstraint;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.IndexOperation.DropIndex;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Takes lists of operations back: each operation reversed, the last one first.
 *
 * <p>What such a list makes only for its own use is not made again on the way back: a constraint that it adds and validates is
 * just dropped, also where that is a column's not-null constraint; an index that becomes a constraint goes with it; a constraint that it adds and drops again is left out.
 */
public final class Reversal {

    private final List<Operation> lasting = new ArrayList<>();

    private Reversal() {}

    /**
     * {@return the operations that take these back, in the order in which they run}
     *
     * @throws IrreversibleOperationException when one of them cannot be reversed
     */
    public static List<Operation> of(List<? extends Operation> operations) {
        Reversal reversal = new Reversal();
        operations.forEach(reversal::add);
        List<Operation> reversed = new ArrayList<>();
        reversal.lasting.forEach(operation -> reversed.add(operation.reverse()));
        Collections.reverse(reversed);
        return List.copyOf(reversed);
    }

    private void add(Operation operation) {
        if (operation instanceof ValidateConstraint validation) {
            boolean own = lasting.stream().anyMatch(adds(validation.table(), validation.name()));
            lasting.addAll(own ? List.of() : List.of(operation));
        } else if (operation instanceof DropConstraint drop) {
            boolean own = lasting.removeIf(adds(drop.table(), drop.name()));
            lasting.addAll(own ? List.of() : List.of(operation));
        } else if (operation instanceof DropIndex drop) {
            boolean own = lasting.removeIf(builds(drop.index()));
            lasting.addAll(own ? List.of() : List.of(operation));
        } else if (operation instanceof AddConstraintUsingIndex use) {
            String index = Objects.requireNonNull(use.index().name());
            boolean own = lasting.removeIf(builds(use.table().sibling(index)));
            lasting.add(own ? new AddConstraint(use.table(), use.definition()) : operation);
        } else if (operation instanceof AlterColumnNullability validation && validation.validates()) {
            if (!lasting.removeIf(madeUnchecked(validation))) {
                lasting.add(operation);
            } else {
                lasting.add(new AlterColumnNullability(validation.table(), validation.column(), null, validation.to()));
            }
        } else {
            lasting.add(operation);
        }
    }

    private static Predicate<Operation> madeUnchecked(AlterColumnNullability validation) {
        return new AlterColumnNullability(validation.table(), validation.column(), null, validation.from())::equals;
    }

    private static Predicate<Operation> adds(QualifiedName table, String constraint) {
        return operation -> operation instanceof AddConstraint add
                && add.table().equals(table)
                && constraint.equals(add.definition().name());
    }

    private static Predicate<Operation> builds(QualifiedName index) {
        return operation -> operation instanceof CreateIndex create
                && create.definition().name() != null
                && create.table().sibling(create.definition().name()).equals(index);
    }
}
