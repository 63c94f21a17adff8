/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;

/**
 * A step stopped between autocommit statements, and an operator must decide how it continues.
 *
 * @since 0.1
 */
public final class PartialRevisionException extends RetortException {

    private static final long serialVersionUID = 1L;

    /** The id of the revision that stopped. */
    private final String revision;

    /**
     * Creates the error.
     *
     * @param revision the id of the revision
     * @param why what was begun, as one or more sentences
     * @param action what to do
     */
    public PartialRevisionException(String revision, String why, String action) {
        super("Revision " + revision + " is partial.", why, action);
        this.revision = revision;
    }

    /** {@return the revision} */
    public String revision() {
        return revision;
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
