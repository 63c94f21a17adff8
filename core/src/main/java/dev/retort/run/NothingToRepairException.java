/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;

/** A repair names a revision of which no statement is in doubt. */
public final class NothingToRepairException extends RetortException {

    private static final long serialVersionUID = 1L;

    NothingToRepairException(String revision) {
        super(
                "There is no statement of revision " + revision + " to repair.",
                "The progress table holds none that was begun and did not end.",
                "Look at the newest rows of the history for the revision that stopped.");
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
