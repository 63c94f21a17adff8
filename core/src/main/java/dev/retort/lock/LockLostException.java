/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lock;

import dev.retort.error.RetortException;

/** The session no longer holds the migration lock. The step at work is rolled back. */
public final class LockLostException extends RetortException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param revision the revision whose step found that the lock was gone
     */
    public LockLostException(String revision) {
        super(
                "The migration lock was lost while revision " + revision + " ran; the revision is rolled back.",
                "A statement of the script, or somebody else, released it, for example with pg_advisory_unlock_all().",
                "Take that statement out of the script and start again.");
    }
}
