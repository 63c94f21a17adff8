/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import java.util.Optional;

/**
 * A revision that is written in Java: what a script's sections are, as methods.
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
 * <p>Both methods run on the thread that migrates, in the step's transaction, and change the database through their argument
 * alone. A run calls them once. They are called again, from their beginning, when locks could not be had and when a process
 * died in the middle; and without a run, to show what they ask for ({@code upgrade --plan}, {@code --sql}). So they must ask
 * for the same things each time, and do nothing outside of the database.
 *
 * <p>A class needs a constructor without parameters, of any visibility. In a Spring application it is made as a bean is, and
 * its constructor may take beans that do not need the migrated database themselves.
 *
 * @since 0.1
 */
public interface Migration {

    /**
     * Takes the database to this revision.
     *
     * @param op what can be done
     */
    void upgrade(Operations op);

    /**
     * Takes the database back to the revision before. Unless overridden, does what the upgrade does, backwards and reversed.
     *
     * @param op what can be done
     * @throws dev.retort.error.RetortException unless overridden, when an operation of the upgrade cannot be reversed
     */
    default void downgrade(Operations op) {
        op.reverse(this::upgrade);
    }

    /**
     * {@return what the history is to remember of what this revision does, so that a change after it was applied is noticed;
     * empty for no such check}
     */
    default Optional<String> fingerprint() {
        return Optional.empty();
    }
}
