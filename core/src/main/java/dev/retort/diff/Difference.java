/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.IrreversibleOperationException;
import dev.retort.operation.Operation;
import dev.retort.schema.name.ObjectKey;
import java.util.List;
import java.util.function.Predicate;

/**
 * The operations that change one schema into another.
 *
 * <p>The downgrade is computed by a comparison in the other direction, not by reversal: so it notes the data that it
 * loses, and reverses operations without a reversal, such as a new value of an enum type.
 *
 * @param upgrade the operations from the real schema to the wanted one, in order
 * @param downgrade the operations back to the real one, in order
 * @param unknown the objects that the model does not have and that stay
 * @param unsettled differences that PostgreSQL has no statement for, one sentence each
 * @param tolerated rules of known tables that a mapping of classes does not state, and that are kept
 * @param marks what a mapping of classes begins or ceases to state with this difference, as a script keeps it
 * @since 0.1
 */
public record Difference(
        List<AnnotatedOperation> upgrade,
        List<AnnotatedOperation> downgrade,
        List<ObjectKey> unknown,
        List<String> unsettled,
        List<ToleratedRule> tolerated,
        List<String> marks) {

    /**
     * Makes a difference with a model that can state everything.
     *
     * @param upgrade the operations from the real schema to the wanted one, in order
     * @param downgrade what restores the real one, in order
     * @param unknown what the model does not know; it is kept
     * @param unsettled differences that PostgreSQL has no statement for, one sentence each
     */
    public Difference(
            List<AnnotatedOperation> upgrade,
            List<AnnotatedOperation> downgrade,
            List<ObjectKey> unknown,
            List<String> unsettled) {
        this(upgrade, downgrade, unknown, unsettled, List.of(), List.of());
    }

    /**
     * Copies the lists.
     *
     * @param upgrade the operations from the real schema to the wanted one, in order
     * @param downgrade the operations back to the real one, in order
     * @param unknown the objects that the model does not have and that stay
     * @param unsettled differences that PostgreSQL has no statement for, one sentence each
     * @param tolerated rules of known tables that a mapping of classes does not state, and that are kept
     * @param marks what a mapping of classes begins or ceases to state with this difference, as a script keeps it
     */
    public Difference {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        unknown = List.copyOf(unknown);
        unsettled = List.copyOf(unsettled);
        tolerated = List.copyOf(tolerated);
        marks = List.copyOf(marks);
    }

    /** {@return whether there is nothing to do} */
    public boolean isEmpty() {
        return operations().isEmpty();
    }

    /**
     * {@return this difference with another upgrade; the downgrade stays as it is}
     *
     * @param other the operations in place of these, in order
     */
    public Difference withUpgrade(List<AnnotatedOperation> other) {
        return new Difference(other, downgrade, unknown, unsettled, tolerated, marks);
    }

    /**
     * {@return this difference with another downgrade; the upgrade stays as it is}
     *
     * @param other the operations in place of these, in order
     */
    public Difference withDowngrade(List<AnnotatedOperation> other) {
        return new Difference(upgrade, other, unknown, unsettled, tolerated, marks);
    }

    /**
     * Removes operations from the upgrade and their reversals from the downgrade. Operations without a reversal, such
     * as a new value of an enum type, are undone by other operations: those stay in the downgrade.
     *
     * @param unwanted whether an operation of the upgrade is removed
     * @return a difference without them; this one stays as it is
     */
    public Difference without(Predicate<? super Operation> unwanted) {
        return new Difference(
                upgrade.stream()
                        .filter(change -> !unwanted.test(change.operation()))
                        .toList(),
                downgrade.stream()
                        .filter(change -> !reverses(change.operation(), unwanted))
                        .toList(),
                unknown,
                unsettled,
                tolerated,
                marks);
    }

    /** Whether an operation only sets something for those that follow. */
    private static boolean isSetting(Operation operation) {
        return operation instanceof ExecuteSql raw && raw.sql().startsWith("SET LOCAL ");
    }

    private static boolean reverses(Operation down, Predicate<? super Operation> unwanted) {
        try {
            return unwanted.test(down.reverse());
        } catch (IrreversibleOperationException e) {
            return false;
        }
    }

    /** {@return the operations of the upgrade, without what only switches a setting for them} */
    public List<Operation> operations() {
        return upgrade.stream()
                .map(AnnotatedOperation::operation)
                .filter(operation -> !isSetting(operation))
                .toList();
    }
}
