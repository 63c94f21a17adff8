/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.ByHand;
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
        return settings.locations().stream()
                .flatMap(location -> candidates(location).stream())
                .filter(Files::isDirectory)
                .distinct()
                .toList();
    }

    private List<Path> candidates(String location) {
        String text = location.replace("{vendor}", "postgresql");
        if (text.startsWith("filesystem:")) {
            return List.of(project.resolve(text.substring("filesystem:".length())));
        }
        String path = text.startsWith("classpath:") ? text.substring("classpath:".length()) : text;
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return SOURCES.stream()
                .map(source -> project.resolve(source).resolve(relative))
                .toList();
    }

    /** {@return the locations that are not in the sources, where others are} */
    List<ByHand> missing() {
        return settings.locations().stream()
                .filter(location -> candidates(location).stream().noneMatch(Files::isDirectory))
                .map(location -> new ByHand(
                        "location " + location,
                        "no folder of it is in the sources below " + project,
                        "Nothing, if Flyway finds none either. If a JAR or another module has it, name all folders with"
                                + " --from."))
                .toList();
    }

    /**
     * Refuses what cannot be read.
     *
     * @param given the folders that take the place of the locations; none for the locations
     * @throws RetortException when a folder does not exist, or there is none
     */
    void requireFound(List<Path> given) {
        List<String> problems = new ArrayList<>();
        given.stream()
                .filter(folder -> !Files.isDirectory(folder))
                .forEach(folder -> problems.add("The folder " + folder + " does not exist."));
        if (given.isEmpty()) {
            settings.locations().stream()
                    .filter(location -> location.matches("(s3|gcs):.*") || location.contains("*"))
                    .forEach(location -> problems.add("The location " + location + " cannot be found in the sources."));
            if (folders().isEmpty()) {
                problems.add("No folder of the locations " + String.join(", ", settings.locations())
                        + " is in the sources below " + project + ".");
            }
        }
        if (!problems.isEmpty()) {
            throw new RetortException(
                    "The migrations of Flyway were not found; nothing was written.",
                    String.join("\n", problems),
                    "Name their folders with --from.");
        }
    }
}
