/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import java.nio.file.Path;
import java.util.List;

/**
 * The source of an import.
 *
 * @param project the folder of the project
 * @param settings the tool's settings, without their prefix
 * @param from the folders of migrations, or the changelog; none to take those of the settings
 * @param classes the class path of the project, for a tool that has to be called
 */
public record ImportSource(Path project, SettingMap settings, List<Path> from, ClassLoader classes) {

    /** Copies the list. */
    public ImportSource {
        from = List.copyOf(from);
    }
}
