/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import java.util.List;

/**
 * The database is not at the target that the start requires.
 *
 * @since 0.1
 */
public final class NotAtTargetException extends RetortException {

    private static final long serialVersionUID = 1L;

    /** The revisions that are not applied, in the order in which they would run. */
    private final List<String> pending;

    /**
     * Creates the error.
     *
     * @param target the target as the settings name it
     * @param rows the version rows; empty at the base
     * @param pending the revisions that are not applied, in the order in which they would run
     * @param action what to do
     */
    public NotAtTargetException(String target, List<String> rows, List<String> pending, String action) {
        super(
                "The database is not at " + target + ".",
                "It is at " + (rows.isEmpty() ? "the base" : String.join(", ", rows)) + "; " + pending.size()
                        + (pending.size() == 1 ? " revision is" : " revisions are") + " pending: " + some(pending)
                        + ".",
                action);
        this.pending = List.copyOf(pending);
    }

    private static String some(List<String> pending) {
        return pending.size() <= 5
                ? String.join(", ", pending)
                : String.join(", ", pending.subList(0, 5)) + " and " + (pending.size() - 5) + " more";
    }

    /** {@return the revisions that are not applied, in the order in which they would run} */
    public List<String> pending() {
        return pending;
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
