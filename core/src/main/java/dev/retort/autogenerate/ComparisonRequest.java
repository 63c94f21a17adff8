/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.autogenerate;

import dev.retort.diff.DifferenceCustomizer;
import dev.retort.diff.Rename;
import dev.retort.settings.AutogenerateSettings;
import java.util.List;

/**
 * The request to compare a database with a model.
 *
 * @param settings which objects are compared, and whether unknown ones are dropped
 * @param renames the requested renames
 * @param customizers rewrite the difference, in their order
 * @since 0.1
 */
public record ComparisonRequest(
        AutogenerateSettings settings, List<Rename> renames, List<DifferenceCustomizer> customizers) {

    /**
     * Copies the lists.
     *
     * @param settings which objects are compared, and whether unknown ones are dropped
     * @param renames the requested renames
     * @param customizers rewrite the difference, in their order
     */
    public ComparisonRequest {
        renames = List.copyOf(renames);
        customizers = List.copyOf(customizers);
    }

    /**
     * {@return a comparison without renames and customizers}
     *
     * @param settings what is left out, and whether unknown objects are dropped
     */
    public static ComparisonRequest of(AutogenerateSettings settings) {
        return new ComparisonRequest(settings, List.of(), List.of());
    }
}
