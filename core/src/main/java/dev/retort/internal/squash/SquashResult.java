/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import java.util.List;

/**
 * A squash that is proven.
 *
 * @param range what is replaced
 * @param text the text of the script that replaces it
 * @param objects how many objects of the catalog were compared
 * @param tables how many tables and sequences were compared
 * @param reversible whether the downgrade was proven too
 * @param notes notes for the operator: data that is left out, values that differ with each run
 */
public record SquashResult(
        SquashRange range, String text, int objects, int tables, boolean reversible, List<String> notes) {

    /** Copies the notes. */
    public SquashResult {
        notes = List.copyOf(notes);
    }
}
