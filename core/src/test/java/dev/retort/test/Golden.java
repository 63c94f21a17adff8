/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cases kept as files below {@code src/test/resources}: each {@code name.sql} has its expected result beside it, as
 * {@code name.txt}. {@code -Dgolden.update=true} writes the results instead of comparing them.
 */
public final class Golden {

    private Golden() {}

    /** {@return the inputs of a folder, sorted by name} */
    public static List<Path> cases(String folder) {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources", folder))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the text of a file below {@code src/test/resources}} */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares a result with the expected one of the case. */
    public static void check(Path input, String result) {
        Path expected = input.resolveSibling(input.getFileName().toString().replace(".sql", ".txt"));
        if (Boolean.getBoolean("golden.update")) {
            write(expected, result);
        }
        assertThat(result).as(expected.toString()).isEqualTo(read(expected));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
