/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * The parameters of an application's process.
 *
 * @param mainClass its main class
 * @param classPath its own classes, then its dependencies
 * @param buildDirectory a folder for files that the next {@code clean} deletes
 */
record Application(String mainClass, List<String> classPath, Path buildDirectory) {

    Application {
        classPath = List.copyOf(classPath);
    }
}
