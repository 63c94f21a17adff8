/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the folders of the locations in the sources of a project. */
final class FlywayLocations {

    private static final List<String> SOURCES = List.of("src/main/resources", "src/main/java", "src/main/kotlin");

    private final Path project;
    private final FlywaySettings settings;

    FlywayLocations(Path project, FlywaySettings settings) {
        this.project = project;
        this.settings = settings;
    }

    /** {@return the folders that exist} */
    List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        for (String location : settings.locations()) {
            String text = location.replace("{vendor}", "postgresql");
            if (text.startsWith("filesystem:")) {
                folders.add(project.resolve(text.substring("filesystem:".length())));
            } else {
                String path = text.startsWith("classpath:") ? text.substring("classpath:".length()) : text;
                String relative = path.startsWith("/") ? path.substring(1) : path;
                SOURCES.forEach(source -> folders.add(project.resolve(source).resolve(relative)));
            }
        }
        return folders.stream().filter(Files::isDirectory).distinct().toList();
    }

    /** {@return what is wrong with the folders that are to be read} */
    List<String> problems(List<Path> folders) {
        List<String> problems = new ArrayList<>();
        folders.stream()
                .filter(folder -> !Files.isDirectory(folder))
                .forEach(folder -> problems.add("the folder " + folder + " does not exist."));
        settings.locations().stream()
                .filter(location -> location.matches("(s3|gcs):.*") || location.contains("*"))
                .forEach(location -> problems.add(
                        "the location " + location + " cannot be found in the sources: name its folder with --from."));
        if (folders.isEmpty()) {
            problems.add("no folder of the locations " + String.join(", ", settings.locations())
                    + " is in the sources below " + project + ": name it with --from.");
        }
        return problems;
    }
}
