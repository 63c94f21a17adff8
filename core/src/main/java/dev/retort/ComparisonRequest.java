/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import dev.retort.diff.Rename;
import java.util.List;

/**
 * How a database is compared with a model.
 *
 * @param settings what is left out, and what becomes of the rest
 * @param renames what keeps its rows under another name, as a person says
 */
public record ComparisonRequest(AutogenerateSettings settings, List<Rename> renames) {

    /** Copies the list. */
    public ComparisonRequest {
        renames = List.copyOf(renames);
    }

    /** {@return a comparison without renames} */
    public static ComparisonRequest of(AutogenerateSettings settings) {
        return new ComparisonRequest(settings, List.of());
    }
}
