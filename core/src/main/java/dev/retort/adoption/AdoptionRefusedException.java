/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.adoption;

import dev.retort.error.RetortException;
import java.util.List;

/**
 * The history of the other tool does not match the revisions. Nothing was changed.
 *
 * @since 0.1
 */
public final class AdoptionRefusedException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /**
     * Creates a refusal.
     *
     * @param table the history table
     * @param problems what is in the way, each as a sentence
     * @param action what to do
     */
    public AdoptionRefusedException(String table, List<String> problems, String action) {
        super(
                "The database of " + table + " was not adopted; nothing was changed.",
                String.join(" ", problems),
                action);
        this.problems = List.copyOf(problems);
    }

    /** {@return what is in the way} */
    public List<String> problems() {
        return problems;
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
