/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guide shows is what compiles and runs in these tests. */
class JavaRevisionsPageTests {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void showsCodeThatRuns() throws IOException {
        String page = Files.readString(Path.of("../docs/java-revisions.md"));
        List<String> shown =
                JAVA.matcher(page).results().map(MatchResult::group).toList();

        assertThat(shown)
                .isNotEmpty()
                .allSatisfy(block -> assertThat(sources())
                        .anyMatch(
                                source -> source.contains(block.substring("```java\n".length(), block.length() - 3))));
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/java/dev/retort/run/found"))) {
            return files.map(JavaRevisionsPageTests::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
