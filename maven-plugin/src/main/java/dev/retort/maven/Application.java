/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * What it takes to start an application.
 *
 * @param mainClass its main class
 * @param classPath its own classes, then its dependencies
 * @param buildDirectory where files may be written that the next {@code clean} deletes
 */
record Application(String mainClass, List<String> classPath, Path buildDirectory) {

    Application {
        classPath = List.copyOf(classPath);
    }
}
