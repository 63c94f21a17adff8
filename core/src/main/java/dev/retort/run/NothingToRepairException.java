/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;

/**
 * A repair names what is in order.
 *
 * @since 0.1
 */
public final class NothingToRepairException extends RetortException {

    private static final long serialVersionUID = 1L;

    private NothingToRepairException(String what, String why, String whatToDo) {
        super(what, why, whatToDo);
    }

    public static NothingToRepairException noneInDoubt(String revision) {
        return new NothingToRepairException(
                "There is no statement of revision " + revision + " to repair.",
                "The progress table holds none that was begun and did not end.",
                "Look at the newest rows of the history for the revision that stopped.");
    }

    public static NothingToRepairException notStopped(String revision) {
        return new NothingToRepairException(
                "Revision " + revision + " did not stop in the middle.",
                "The progress table holds no statement of it.",
                "Look at the newest rows of the history for the revision that stopped.");
    }

    public static NothingToRepairException notChanged(String revision) {
        return new NothingToRepairException(
                "The script of revision " + revision + " is not one that was changed after it was run.",
                "Its checksum is the recorded one, or the revision is not applied, or was only stamped.",
                "`validate` lists the scripts that were changed.");
    }

    public static NothingToRepairException noneChanged() {
        return new NothingToRepairException(
                "There is no changed script to accept.",
                "All scripts of applied revisions are what was run.",
                "Nothing is to be done.");
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
