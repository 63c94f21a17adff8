/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

import dev.retort.diff.NamePattern;
import dev.retort.diff.Tolerance;
import java.util.List;
import java.util.Set;

/**
 * The settings of comparisons with a model: {@code retort.autogenerate.*}.
 *
 * @param include patterns of what is compared; empty for everything
 * @param exclude patterns of what is not compared
 * @param dropUnknown whether objects that the model does not have are dropped; otherwise they stay and are listed
 * @param tolerate the kinds of rules that a database may have although the mapped classes do not state them
 * @since 0.1
 */
public record AutogenerateSettings(
        List<NamePattern> include, List<NamePattern> exclude, boolean dropUnknown, Set<Tolerance> tolerate) {

    /**
     * Makes settings that tolerate everything that can be.
     *
     * @param include patterns of what is compared; empty for everything
     * @param exclude patterns of what is not compared, even where it is included
     * @param dropUnknown whether objects that the model does not have are dropped; otherwise they stay and are listed
     */
    public AutogenerateSettings(List<NamePattern> include, List<NamePattern> exclude, boolean dropUnknown) {
        this(include, exclude, dropUnknown, Tolerance.all());
    }

    /**
     * Copies the lists.
     *
     * @param include patterns of what is compared; empty for everything
     * @param exclude patterns of what is not compared
     * @param dropUnknown whether objects that the model does not have are dropped; otherwise they stay and are listed
     * @param tolerate the kinds of rules that a database may have although the mapped classes do not state them
     */
    public AutogenerateSettings {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        tolerate = Set.copyOf(tolerate);
    }

    /** {@return settings that compare everything and drop nothing unknown} */
    public static AutogenerateSettings defaults() {
        return new AutogenerateSettings(List.of(), List.of(), false);
    }

    /**
     * {@return these settings tolerating other kinds}
     *
     * @param kinds the kinds of rules that a database may have although the mapped classes do not state them
     */
    public AutogenerateSettings tolerating(Set<Tolerance> kinds) {
        return new AutogenerateSettings(include, exclude, dropUnknown, kinds);
    }

    /**
     * Reads patterns.
     *
     * @param include patterns {@code [kind:]name} of what is compared; empty for everything
     * @param exclude patterns of what is not compared, even where it is included
     * @param dropUnknown whether objects that the model does not have are dropped; otherwise they stay and are listed
     * @return the settings
     * @throws dev.retort.error.RetortException when one cannot be read
     */
    public static AutogenerateSettings parse(List<String> include, List<String> exclude, boolean dropUnknown) {
        return new AutogenerateSettings(NamePattern.parse(include), NamePattern.parse(exclude), dropUnknown);
    }
}
