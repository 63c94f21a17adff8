/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.imports;

import dev.retort.cli.author.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder of sources in which object files are written. */
final class ObjectFolder {

    private ObjectFolder() {}

    /** {@return the folder; {@code null} if the settings have no object files} */
    static @Nullable Path of(Workspace workspace, Path directory) {
        String location = workspace.retort(List.of()).settings().objects().location();
        if (location == null) {
            return null;
        }
        String folder =
                location.replaceFirst("^classpath:/?", "src/main/resources/").replaceFirst("^filesystem:", "");
        return directory.resolve(folder);
    }
}
