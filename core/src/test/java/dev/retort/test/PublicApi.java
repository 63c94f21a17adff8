/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the source of each public type outside of {@code dev.retort.internal} must say. */
public final class PublicApi {

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^public (?:(?:abstract|final|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) ",
            Pattern.MULTILINE);

    private PublicApi() {}

    /**
     * Fails with the public top-level types whose Javadoc does not say since which version they exist.
     *
     * @param sources the folder of a module's main sources
     */
    public static void checkSince(Path sources) {
        List<Path> types = types(sources);
        assertThat(types).as("public types in %s", sources).isNotEmpty();
        assertThat(types).as("types without @since").allMatch(PublicApi::saysSince);
    }

    private static List<Path> types(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().replace('\\', '/').contains("/internal/"))
                    .filter(file -> PUBLIC_TYPE.matcher(read(file)).find())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean saysSince(Path file) {
        String source = read(file);
        Matcher type = PUBLIC_TYPE.matcher(source);
        assertThat(type.find()).isTrue();
        String before = source.substring(0, type.start());
        int comment = before.lastIndexOf("/**");
        return comment >= 0 && before.indexOf("\n * @since 0.1\n", comment) >= 0;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
