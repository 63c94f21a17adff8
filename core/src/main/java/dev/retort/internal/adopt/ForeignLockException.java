/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import dev.retort.error.RetortException;

/** The other tool holds its lock. */
public final class ForeignLockException extends RetortException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param what what happened
     * @param why who holds the lock
     * @param action what to do
     */
    public ForeignLockException(String what, String why, String action) {
        super(what, why, action);
    }

    @Override
    public Category category() {
        return Category.LOCKED;
    }
}
