/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import dev.retort.status.Hold;

/**
 * A hold of an operator's downgrade is in force, and the request respects it.
 *
 * @since 0.1
 */
public final class HeldException extends RetortException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param hold the hold that is in force
     */
    public HeldException(Hold hold) {
        super(
                "The database is held at " + hold.place() + " by " + hold.origin() + ".",
                "The upgrade respects a hold, and this build has no revision that is newer than the hold.",
                "Run `upgrade` without --respect-hold, which ends the hold, or deploy a build with a new revision.");
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
