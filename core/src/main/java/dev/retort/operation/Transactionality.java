/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

/**
 * The relation of an operation to a transaction.
 *
 * @since 0.1
 */
public enum Transactionality {
    /** It runs in a transaction together with others. */
    INSIDE,
    /**
     * It runs in a transaction, but takes long: it runs in a separate one, so that it does not extend the locks of
     * other operations.
     */
    ALONE,
    /** It runs in a transaction, but what it makes can be used only after that one has committed. */
    COMMITTED_BEFORE_USE,
    /** PostgreSQL refuses it in a transaction block. */
    OUTSIDE
}
