/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import dev.retort.diff.NamePattern;
import dev.retort.diff.Rename;
import java.util.List;

/**
 * How a database is compared with a model.
 *
 * @param mapping whether the model is a mapping of classes, which cannot state everything
 * @param renames what keeps its rows under another name
 * @param dropUnknown whether what the model does not know is dropped; otherwise it is left alone and listed
 * @param include patterns of what is compared; empty for everything
 * @param exclude patterns of what is not compared
 */
public record ComparisonRequest(
        boolean mapping,
        List<Rename> renames,
        boolean dropUnknown,
        List<NamePattern> include,
        List<NamePattern> exclude) {

    /** Copies the lists. */
    public ComparisonRequest {
        renames = List.copyOf(renames);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }
}
