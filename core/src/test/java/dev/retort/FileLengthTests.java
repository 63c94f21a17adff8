/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A source file of the main code has at most 300 lines: in a longer one a concept is missing. The exceptions are lists that
 * readers go through as one page; an exception that is not needed any more fails.
 */
class FileLengthTests {

    private static final int MOST_LINES = 300;
    private static final Path PROJECT = Path.of("..");

    private static final String RECORDS = "a sealed interface with its records, most of it their documentation";

    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry(
                    "core/src/main/java/dev/retort/migration/Operations.java",
                    "one method for each directive of Alembic's op, which users look up on one page"),
            Map.entry("core/src/main/java/dev/retort/operation/ColumnOperation.java", RECORDS),
            Map.entry("core/src/main/java/dev/retort/operation/ConstraintOperation.java", RECORDS),
            Map.entry("core/src/main/java/dev/retort/operation/ObjectOperation.java", RECORDS),
            Map.entry("core/src/main/java/dev/retort/operation/TableOperation.java", RECORDS),
            Map.entry("core/src/main/java/dev/retort/schema/part/Constraint.java", RECORDS),
            Map.entry(
                    "core/src/main/java/dev/retort/Retort.java",
                    "the facade: a documented method of one line for each request"),
            Map.entry(
                    "core/src/main/java/dev/retort/RetortSettingsBuilder.java",
                    "a field and a documented method for each setting"),
            Map.entry(
                    "cli/src/main/java/dev/retort/cli/settings/SettingsTable.java",
                    "the one table of all settings, a constant for each"),
            Map.entry(
                    "autoconfigure/src/main/java/dev/retort/boot/properties/DatabaseProperties.java",
                    "a field, a getter and a setter for each property, as Spring Boot binds them"));

    @Test
    void filesAreShort() throws IOException {
        List<String> problems = new ArrayList<>();
        Map<String, Long> lengths = lengths();
        lengths.forEach((file, lines) -> {
            if (lines > MOST_LINES && !EXCEPTIONS.containsKey(file)) {
                problems.add(file + " has " + lines + " lines");
            }
        });
        EXCEPTIONS.forEach((file, reason) -> {
            if (lengths.getOrDefault(file, 0L) <= MOST_LINES) {
                problems.add(file + " is excepted (" + reason + "), and does not need to be");
            }
        });
        assertThat(problems).isEmpty();
    }

    private static Map<String, Long> lengths() throws IOException {
        Map<String, Long> lengths = new TreeMap<>();
        try (Stream<Path> modules = Files.list(PROJECT)) {
            for (Path module : modules.toList()) {
                Path sources = module.resolve("src/main/java");
                if (Files.isDirectory(sources)) {
                    addTo(lengths, sources);
                }
            }
        }
        assertThat(lengths).isNotEmpty();
        return lengths;
    }

    private static void addTo(Map<String, Long> lengths, Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                String name = PROJECT.relativize(file).toString().replace('\\', '/');
                try (Stream<String> lines = Files.lines(file)) {
                    lengths.put(name, lines.count());
                }
            }
        }
    }
}
