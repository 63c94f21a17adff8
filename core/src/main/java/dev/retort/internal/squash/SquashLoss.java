/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.error.RetortException;
import java.util.List;

/** The reason why a squash is refused: the squashed revision does not do what the replaced ones do. */
final class SquashLoss {

    private SquashLoss() {}

    static RetortException ofStatements(List<String> lines) {
        return new RetortException(
                "The squash would leave out statements that can change rows from before the range; nothing was written.",
                "They are:\n" + String.join("\n", lines) + "\n",
                "Carry the statements of a revision over with --keep-data <revision>, or leave them out with"
                        + " --without-data.");
    }

    static RetortException ofRows(List<String> lines, boolean filled) {
        return new RetortException(
                "The squash would lose rows; nothing was written.",
                "These differ, and these statements are not carried over:\n" + String.join("\n", lines) + "\n",
                "Carry the statements of a revision over with --keep-data <revision>, or leave the rows out with"
                        + " --without-data."
                        + (filled
                                ? " If a change of the schema gave rows from before the range these values, end the range"
                                        + " before its revision."
                                : ""));
    }

    static RetortException ofSchema(String section, List<String> lines) {
        return new RetortException(
                "The squashed revision does not lead to the same schema; nothing was written.",
                "After " + section + " these differ:\n" + String.join("\n", lines) + "\n",
                "Choose a range without the revisions that create them. If they come from a statement of another kind,"
                        + " such as a DO block, carry it over with --keep-data <revision>.");
    }

    static RetortException failing(RetortException failure, boolean filled, boolean keepsData) {
        return new RetortException(
                filled
                        ? "The squashed revision fails in a database with rows from before the range; nothing was written."
                        : "The squashed revision fails in a new database; nothing was written.",
                failure.what() + " " + failure.why(),
                keepsData
                        ? "Statements that are carried over run after all changes of the schema, and so on its last"
                                + " state. End the range before the revision that they need, or leave their data out"
                                + " with --without-data."
                        : filled
                                ? "The replaced revisions give these rows values in between, and a difference of two"
                                        + " schemas does not. End the range before the revision that does so; or, if every"
                                        + " database is past the range, leave them out with --without-data."
                                : "Choose another range, and report this with the affected revisions.",
                failure);
    }
}
