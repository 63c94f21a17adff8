/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One name, one concept: no two types of the modules have the same name. */
class TypeNamesTests {

    private static final List<String> MODULES =
            List.of("annotations", "core", "hibernate", "cli", "autoconfigure", "maven-plugin", "testing");

    /** The node of the graph, and the annotation of a Java class that is one. */
    private static final Set<String> EXCEPTIONS = Set.of("Revision");

    @Test
    void eachNameOfATypeExistsOnce() throws IOException {
        Map<String, Long> count = files().stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(name -> !name.equals("package-info"))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));

        assertThat(count).hasSizeGreaterThan(800);
        count.values().removeIf(times -> times == 1);
        assertThat(count.keySet()).isEqualTo(EXCEPTIONS);
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> all = Files.walk(Path.of("..", module, "src/main/java"))) {
                all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        return files;
    }
}
