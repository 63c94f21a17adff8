/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.ConstraintOperation.ValidateConstraint;
import dev.retort.operation.DataOperation.InsertRows;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.IndexOperation.DropIndex;
import dev.retort.operation.TableOperation.CreateTable;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Constraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reverses lists of operations: each operation reversed, the last one first.
 *
 * <p>The reversal does not create the intermediate objects of the list: a constraint that it adds and validates is
 * dropped, also where that is a column's not-null constraint; an index that becomes a constraint is dropped with it; a
 * constraint that it adds and drops again is left out; rows that it inserts into a table that it makes go with the
 * table. If a list validates constraints of a table in a separate step, so does its reversal: a check or foreign
 * key that it drops is added without checking the rows, then validated.
 *
 * @param <T> what an operation is part of
 * @since 0.1
 */
public final class Reversal<T> {

    private final Function<T, Operation> operations;
    private final List<T> lasting = new ArrayList<>();
    private final BiFunction<T, Operation, T> with;
    private final Set<QualifiedName> validated = new HashSet<>();

    private Reversal(Function<T, Operation> operations, BiFunction<T, Operation, T> with) {
        this.operations = operations;
        this.with = with;
    }

    /**
     * {@return the operations that reverse these, in the order in which they run}
     *
     * @param list the operations in the order in which they run
     * @throws IrreversibleOperationException when one of them cannot be reversed
     */
    public static List<Operation> of(List<? extends Operation> list) {
        return of(List.<Operation>copyOf(list), operation -> operation, (before, operation) -> operation);
    }

    /**
     * {@return the same of things that have an operation each}
     *
     * @param <T> what has an operation, such as an operation with its notes
     * @param list what to reverse, in the order in which it runs
     * @param operations gives the operation of a thing
     * @param with makes a thing like another, with another operation
     * @throws IrreversibleOperationException when an operation cannot be reversed
     */
    public static <T> List<T> of(List<T> list, Function<T, Operation> operations, BiFunction<T, Operation, T> with) {
        Reversal<T> reversal = new Reversal<>(operations, with);
        list.forEach(reversal::add);
        List<T> reversed = new ArrayList<>();
        for (int i = reversal.lasting.size() - 1; i >= 0; i--) {
            T item = reversal.lasting.get(i);
            for (Operation back : reversal.reversed(operations.apply(item))) {
                reversed.add(with.apply(item, back));
            }
        }
        return List.copyOf(reversed);
    }

    private List<Operation> reversed(Operation operation) {
        Operation back = operation.reverse();
        if (back instanceof AddConstraint add && validated.contains(add.table())) {
            return unchecked(add.definition())
                    .<List<Operation>>map(definition -> List.of(
                            new AddConstraint(add.table(), definition),
                            new ValidateConstraint(
                                    add.table(),
                                    Objects.requireNonNull(add.definition().name()),
                                    add.definition())))
                    .orElse(List.of(back));
        }
        return List.of(back);
    }

    /** A constraint as it is added for a later validation; empty where that is not possible, or would change it. */
    private static Optional<Constraint> unchecked(Constraint constraint) {
        if (constraint instanceof Constraint.Check check && check.validated() && check.enforced()) {
            return Optional.of(check.withValidated(false));
        }
        if (constraint instanceof Constraint.ForeignKey key && key.validated() && key.enforced()) {
            return Optional.of(key.withValidated(false));
        }
        return Optional.empty();
    }

    private void add(T item) {
        Operation operation = operations.apply(item);
        if (operation instanceof ValidateConstraint validation) {
            validated.add(validation.table());
            addUnless(has(adds(validation.table(), validation.name())), item);
        } else if (operation instanceof InsertRows rows && rows.key().isEmpty()) {
            addUnless(has(creates(rows.table())), item);
        } else if (operation instanceof DropConstraint drop) {
            addUnless(remove(adds(drop.table(), drop.name())), item);
        } else if (operation instanceof DropIndex drop) {
            addUnless(remove(builds(drop.index())), item);
        } else if (operation instanceof AddConstraintUsingIndex use) {
            String index = Objects.requireNonNull(use.index().name());
            boolean own = remove(builds(use.table().sibling(index)));
            lasting.add(own ? with.apply(item, new AddConstraint(use.table(), use.definition())) : item);
        } else if (operation instanceof AlterColumnNullability validation && validation.validates()) {
            boolean own = remove(madeUnchecked(validation));
            lasting.add(
                    own
                            ? with.apply(
                                    item,
                                    new AlterColumnNullability(
                                            validation.table(), validation.column(), null, validation.to()))
                            : item);
        } else {
            lasting.add(item);
        }
    }

    private void addUnless(boolean own, T item) {
        if (!own) {
            lasting.add(item);
        }
    }

    private boolean has(Predicate<Operation> predicate) {
        return lasting.stream().map(operations).anyMatch(predicate);
    }

    private boolean remove(Predicate<Operation> predicate) {
        return lasting.removeIf(item -> predicate.test(operations.apply(item)));
    }

    /** Rows of a table that the list makes itself go with it, whatever tells them apart. */
    private static Predicate<Operation> creates(QualifiedName table) {
        return operation -> operation instanceof CreateTable create
                && !create.ifNotExists()
                && create.definition().name().equals(table);
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
