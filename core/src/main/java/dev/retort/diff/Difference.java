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
 * What makes one schema of another.
 *
 * <p>The way down is compared for itself, not reversed: so it knows what is lost on that way, and takes back what has no
 * reversal of its own, such as a new value of an enum type.
 *
 * @param upgrade what makes the wanted schema of the real one, in order
 * @param downgrade what gives the real one back, in order
 * @param unknown what the model does not know and was left alone
 * @param unsettled differences that PostgreSQL has no statement for, one sentence each
 * @param left rules of known tables that a mapping of classes does not state, and that were left alone
 * @param marks what a mapping of classes begins or ceases to state with this difference, as a script keeps it
 * @since 0.1
 */
public record Difference(
        List<AnnotatedOperation> upgrade,
        List<AnnotatedOperation> downgrade,
        List<ObjectKey> unknown,
        List<String> unsettled,
        List<LeftAlone> left,
        List<String> marks) {

    /**
     * Makes a difference with a model that can state everything.
     *
     * @param upgrade what makes the wanted schema of the real one, in order
     * @param downgrade what restores the real one, in order
     * @param unknown what the model does not know and is left alone
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
     * @param upgrade what makes the wanted schema of the real one, in order
     * @param downgrade what gives the real one back, in order
     * @param unknown what the model does not know and was left alone
     * @param unsettled differences that PostgreSQL has no statement for, one sentence each
     * @param left rules of known tables that a mapping of classes does not state, and that were left alone
     * @param marks what a mapping of classes begins or ceases to state with this difference, as a script keeps it
     */
    public Difference {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        unknown = List.copyOf(unknown);
        unsettled = List.copyOf(unsettled);
        left = List.copyOf(left);
        marks = List.copyOf(marks);
    }

    /** {@return whether there is nothing to do} */
    public boolean isEmpty() {
        return operations().isEmpty();
    }

    /**
     * {@return this difference with another way up; the way down stays as it is}
     *
     * @param other the operations in place of these, in order
     */
    public Difference withUpgrade(List<AnnotatedOperation> other) {
        return new Difference(other, downgrade, unknown, unsettled, left, marks);
    }

    /**
     * {@return this difference with another way down; the way up stays as it is}
     *
     * @param other the operations in place of these, in order
     */
    public Difference withDowngrade(List<AnnotatedOperation> other) {
        return new Difference(upgrade, other, unknown, unsettled, left, marks);
    }

    /**
     * Leaves operations out of the upgrade, and of the downgrade those that take them back. What has no reversal, such as a
     * new value of an enum type, is taken back in ways of its own: those stay in the downgrade.
     *
     * @param unwanted tells by an operation of the upgrade whether it is to be left out
     * @return a difference without them; this one stays as it is
     */
    public Difference without(Predicate<? super Operation> unwanted) {
        return new Difference(
                upgrade.stream()
                        .filter(change -> !unwanted.test(change.operation()))
                        .toList(),
                downgrade.stream()
                        .filter(change -> !takesBack(change.operation(), unwanted))
                        .toList(),
                unknown,
                unsettled,
                left,
                marks);
    }

    /** Whether an operation only sets something for those that follow. */
    private static boolean isSetting(Operation operation) {
        return operation instanceof ExecuteSql raw && raw.sql().startsWith("SET LOCAL ");
    }

    private static boolean takesBack(Operation down, Predicate<? super Operation> unwanted) {
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
