/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.file;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folders to which builds copy a folder of sources: {@code src/main/resources/db} is copied to {@code target/classes/db}
 * and from there into the application's jar.
 *
 * @param folders the beginnings of the names of files below the folder and its copies, with slashes
 * @param entries parts of the names of entries of an application's own archive
 */
public record BuildCopies(List<String> folders, List<String> entries) {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final List<String> OUTPUTS =
            List.of("target/classes", "build/resources/main", "bin/main", "out/production/resources");

    public static BuildCopies of(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        for (Path root = absolute.getParent(); root != null; root = root.getParent()) {
            if (root.endsWith(RESOURCES)) {
                return below(
                        slashes(root.resolve(Path.of("..", "..", "..")).normalize()),
                        slashes(root.relativize(absolute)));
            }
        }
        return new BuildCopies(List.of(), List.of());
    }

    private static BuildCopies below(String project, String name) {
        List<String> folders = new ArrayList<>(List.of(project + "/" + slashes(RESOURCES) + "/" + name + "/"));
        OUTPUTS.forEach(output -> folders.add(project + "/" + output + "/" + name + "/"));
        return new BuildCopies(folders, List.of("!/BOOT-INF/classes/" + name + "/", "!/WEB-INF/classes/" + name + "/"));
    }

    /**
     * Finds the folder of sources that a build copied.
     *
     * @param copy a folder that a build may have made
     * @return the folder; {@code null} if it is not a copy, or the sources are not there
     */
    static @Nullable Path sourcesOf(Path copy) {
        String name = slashes(copy.toAbsolutePath().normalize());
        for (String output : OUTPUTS) {
            int found = name.lastIndexOf("/" + output + "/");
            if (found >= 0) {
                Path sources = Path.of(name.substring(0, found))
                        .resolve(RESOURCES)
                        .resolve(name.substring(found + output.length() + 2));
                return Files.isDirectory(sources) ? sources : null;
            }
        }
        return null;
    }

    private static String slashes(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }

    public boolean contains(String source) {
        String name = source.replace(File.separatorChar, '/');
        return folders.stream().anyMatch(name::startsWith) || entries.stream().anyMatch(name::contains);
    }
}
