/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;

/**
 * A downgrade would cross an irreversible revision. Nothing was run.
 *
 * @since 0.1
 */
public final class IrreversibleException extends RetortException {

    private static final long serialVersionUID = 1L;

    /** The id of the irreversible revision. */
    private final String revision;

    /**
     * Creates the error.
     *
     * @param revision the id of the irreversible revision
     * @param source its file, or its class
     * @param reason why it is irreversible, as its header says, without a period
     */
    public IrreversibleException(String revision, String source, String reason) {
        super(
                "The downgrade would cross revision " + revision + ", which is irreversible; nothing was run.",
                source + " says: " + reason + ".",
                "Choose a target above it, write its downgrade" + (source.endsWith(".sql") ? " section" : "")
                        + ", or restore a backup.");
        this.revision = revision;
    }

    /** {@return the irreversible revision} */
    public String revision() {
        return revision;
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
