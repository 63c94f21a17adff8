/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

import dev.retort.diff.NamePattern;
import java.util.List;

/**
 * What a comparison with a model leaves out, and what becomes of the rest: {@code retort.autogenerate.*}.
 *
 * @param include patterns of what is compared; empty for everything
 * @param exclude patterns of what is not compared
 * @param dropUnknown whether what the model does not know is dropped; otherwise it is left alone and listed
 */
public record AutogenerateSettings(List<NamePattern> include, List<NamePattern> exclude, boolean dropUnknown) {

    /** Copies the lists. */
    public AutogenerateSettings {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** {@return everything is compared, and nothing unknown dropped} */
    public static AutogenerateSettings defaults() {
        return new AutogenerateSettings(List.of(), List.of(), false);
    }

    /**
     * Reads patterns.
     *
     * @throws dev.retort.error.RetortException when one cannot be read
     */
    public static AutogenerateSettings parse(List<String> include, List<String> exclude, boolean dropUnknown) {
        return new AutogenerateSettings(NamePattern.parse(include), NamePattern.parse(exclude), dropUnknown);
    }
}
