/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

/**
 * One change of a database.
 *
 * <p>Operations are values: two are equal when their components are equal. The groups are sealed, so that code that
 * handles operations by an {@link OperationVisitor} handles all of them or does not compile.
 *
 * @since 0.1
 */
public sealed interface Operation
        permits TableOperation,
                InheritanceOperation,
                ColumnOperation,
                ConstraintOperation,
                IndexOperation,
                ObjectOperation,
                TypeOperation,
                EnumOperation,
                DomainOperation,
                SequenceOperation,
                ViewOperation,
                RoutineOperation,
                TriggerOperation,
                PolicyOperation,
                DatabaseOperation,
                DataOperation {

    /**
     * Calls the method of the visitor for the group of this operation.
     *
     * @param <R> the type of the visitor's result
     * @param visitor called exactly once, on the calling thread, with this operation
     * @return what the visitor returned
     */
    <R> R accept(OperationVisitor<R> visitor);

    /**
     * Gives the operation that takes this one back. The reversal of a reversal is the operation itself.
     *
     * @return the operation that restores what this one changes; rows and values for which {@link #losesData} is true
     *     stay lost
     * @throws IrreversibleOperationException when there is none, or when this operation does not carry what it needs
     */
    Operation reverse();

    /** {@return what it does in a few words, with names unquoted: for messages, never for SQL} */
    String describe();

    /** {@return how it runs with regard to the transaction of its revision} */
    default Transactionality transactionality() {
        return Transactionality.INSIDE;
    }

    /** {@return whether rows or values are gone after it that its reversal does not bring back} */
    default boolean losesData() {
        return false;
    }
}
