/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.error.RetortException;

/**
 * An operation was asked for its reversal and has none, or does not carry what the reversal needs.
 *
 * @since 0.1
 */
public final class IrreversibleOperationException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient Operation operation;

    private IrreversibleOperationException(Operation operation, String why, String action) {
        super("The operation \"" + operation.describe() + "\" cannot be reversed.", why, action);
        this.operation = operation;
    }

    static IrreversibleOperationException missing(Operation operation, String missing) {
        return new IrreversibleOperationException(
                operation,
                "It does not give " + missing + ".",
                "Give that to the operation, or write the downgrade manually.");
    }

    static IrreversibleOperationException impossible(Operation operation, String why) {
        return new IrreversibleOperationException(
                operation, why, "Write the downgrade manually, or declare the revision irreversible.");
    }

    /** {@return the operation} */
    public Operation operation() {
        return operation;
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
