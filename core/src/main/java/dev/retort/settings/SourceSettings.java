/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of new scripts.
 *
 * @param directory the folder of new scripts; {@code null} for the one that the first location is built from
 * @param fileTemplate the names of new files, such as {@code {timestamp}_{slug}}
 * @param postWriteHooks the commands that are run on a new file, in order
 * @since 0.1
 */
public record SourceSettings(@Nullable String directory, String fileTemplate, List<String> postWriteHooks) {

    /**
     * Copies the hooks.
     *
     * @param directory the folder of new scripts; {@code null} for the one that the first location is built from
     * @param fileTemplate the names of new files, such as {@code {timestamp}_{slug}}
     * @param postWriteHooks the commands that are run on a new file, in order
     */
    public SourceSettings {
        postWriteHooks = List.copyOf(postWriteHooks);
    }

    /** {@return the defaults} */
    public static SourceSettings defaults() {
        return new SourceSettings(null, "{timestamp}_{slug}", List.of());
    }
}
