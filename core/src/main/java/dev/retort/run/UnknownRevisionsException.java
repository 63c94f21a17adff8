/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import java.util.List;

/**
 * The version table has revisions that this build does not know.
 *
 * @since 0.1
 */
public final class UnknownRevisionsException extends RetortException {

    private static final long serialVersionUID = 1L;

    /** The unknown version rows. */
    private final List<String> revisions;

    /**
     * Creates the error.
     *
     * @param revisions the version rows that no script of this build has
     * @param why what the history says of them, as one or more sentences
     */
    public UnknownRevisionsException(List<String> revisions, String why) {
        super(
                "The database is at " + String.join(", ", revisions) + ", which this build does not know.",
                why,
                "Deploy the build that has these revisions, or downgrade the database with that build;"
                        + " retort.unknown-revision sets what a start does. For Java revisions, run the command in"
                        + " the application.");
        this.revisions = List.copyOf(revisions);
    }

    /** {@return the unknown version rows} */
    public List<String> revisions() {
        return revisions;
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
