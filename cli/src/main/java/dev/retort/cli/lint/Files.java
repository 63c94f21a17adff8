/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names of files as code hosts know them: below the working directory, with slashes. */
final class Files {

    private Files() {}

    static String relative(String file) {
        try {
            Path path = Path.of(file);
            Path directory = Path.of("").toAbsolutePath();
            Path shown = path.isAbsolute() && path.startsWith(directory) ? directory.relativize(path) : path;
            return shown.toString().replace('\\', '/');
        } catch (InvalidPathException e) {
            return file;
        }
    }
}
