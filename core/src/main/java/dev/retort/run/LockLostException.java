/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;

/**
 * The session no longer holds the migration lock. What its transaction did is rolled back.
 *
 * @since 0.1
 */
public final class LockLostException extends RetortException {

    private static final long serialVersionUID = 1L;

    private static final String RELEASED =
            "A statement of the script, or another session, released it, for example with pg_advisory_unlock_all().";

    /** The id of the revision whose step found that the lock was lost. */
    private final String revision;

    /**
     * Creates the error.
     *
     * @param revision the revision whose step found that the lock was lost
     */
    public LockLostException(String revision) {
        super(
                "The migration lock was lost while revision " + revision + " ran; the revision is rolled back.",
                RELEASED,
                "Remove that statement from the script and try again.");
        this.revision = revision;
    }

    private LockLostException(LockLostException lost, int statements) {
        super(
                "The migration lock was lost while revision " + lost.revision + " ran; "
                        + (statements == 1 ? "one statement" : statements + " statements")
                        + " of it committed before, and the revision is partial.",
                RELEASED,
                "Run the command again: it continues after the committed statements and does not repeat them. Leave the"
                        + " script as it is until the revision is complete.",
                lost);
        this.revision = lost.revision;
    }

    /**
     * {@return this error for a revision of which some statements committed before}
     *
     * @param statements how many statements
     */
    public LockLostException partial(int statements) {
        return new LockLostException(this, statements);
    }
}
