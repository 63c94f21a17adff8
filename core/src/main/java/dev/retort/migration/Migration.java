/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import java.util.Optional;

/**
 * A revision that is written in Java: the sections of a script as methods.
 *
 * <pre>{@code
 * @Revision(id = "3f9c2a7b1d04", down = "8e1f0c5a9b22", message = "add email to customer")
 * final class AddEmailToCustomer implements Migration {
 *     @Override
 *     public void upgrade(Operations op) {
 *         op.addColumn("customer", column("email", text()));
 *     }
 * }
 * }</pre>
 *
 * <p>Both methods run on the thread that migrates, in the step's transaction, and change the database only through
 * their argument. A run calls them once. Retort calls them again, from the beginning, after a lock timeout and after a
 * process died in the middle; and without a run, to show their statements ({@code upgrade --plan}, {@code --sql}). So
 * they must issue the same statements each time, and do nothing outside of the database.
 *
 * <p>A class needs a constructor without parameters, of any visibility. In a Spring application Spring creates it, and
 * its constructor may take beans that do not need the migrated database.
 *
 * @since 0.1
 */
public interface Migration {

    /**
     * Upgrades the database to this revision.
     *
     * @param op the operations
     */
    void upgrade(Operations op);

    /**
     * Downgrades the database to the previous revision. Unless overridden, reverses the operations of the upgrade, the
     * last one first.
     *
     * @param op the operations
     * @throws dev.retort.error.RetortException unless overridden, when an operation of the upgrade cannot be reversed
     */
    default void downgrade(Operations op) {
        op.reverse(this::upgrade);
    }

    /**
     * {@return a fingerprint of this revision for the history, so that a change after it was applied is detected; empty
     * for no such check}
     */
    default Optional<String> fingerprint() {
        return Optional.empty();
    }
}
