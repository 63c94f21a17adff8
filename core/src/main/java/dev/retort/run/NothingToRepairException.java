/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;

/**
 * A repair refers to a revision that needs none.
 *
 * @since 0.1
 */
public final class NothingToRepairException extends RetortException {

    private static final long serialVersionUID = 1L;

    private NothingToRepairException(String what, String why, String whatToDo) {
        super(what, why, whatToDo);
    }

    /**
     * {@return the error of a repair that names a statement, while none of the revision was begun and did not end}
     *
     * @param revision the id of the revision
     */
    public static NothingToRepairException noneInDoubt(String revision) {
        return new NothingToRepairException(
                "There is no statement of revision " + revision + " to repair.",
                "The progress table has no statement that started and did not finish.",
                "The newest rows of the history show the revision that failed.");
    }

    /**
     * {@return the error of a repair of a revision that did not stop between autocommit statements}
     *
     * @param revision the id of the revision
     */
    public static NothingToRepairException notStopped(String revision) {
        return new NothingToRepairException(
                "Revision " + revision + " is not partial.",
                "The progress table has no statement of it.",
                "The newest rows of the history show the revision that failed.");
    }

    /**
     * {@return the error of accepting a script whose checksum is the recorded one}
     *
     * @param revision the id of the revision
     */
    public static NothingToRepairException notChanged(String revision) {
        return new NothingToRepairException(
                "The script of revision " + revision + " was not changed after it ran.",
                "Its checksum is the recorded one, or the revision is not applied, or was only stamped.",
                "`validate` lists the scripts that were changed.");
    }

    /** {@return the error of accepting all changed scripts, while there are none} */
    public static NothingToRepairException noneChanged() {
        return new NothingToRepairException(
                "There is no changed script to accept.",
                "All scripts of applied revisions are unchanged.",
                "There is nothing to do.");
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
