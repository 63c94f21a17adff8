/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import dev.retort.history.Hold;

/** An operator's downgrade holds the database where it is. */
public final class HeldException extends RetortException {

    private static final long serialVersionUID = 1L;

    HeldException(Hold hold) {
        super(
                "The database is held by a downgrade of " + hold.since() + ".",
                "It was taken back" + (hold.principal() == null ? "" : " by " + hold.principal())
                        + ", and every revision of this build was known then.",
                "Release it with the upgrade (upgrade --release, or POST /actuator/migrations/upgrade), or deploy a build"
                        + " with a new revision.");
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
