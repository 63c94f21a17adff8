/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.testing.MigrationTests;
import dev.retort.testing.Migrations;
import dev.retort.testing.TestRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The examples of the guide are the code and the output of these tests. */
class TestingPageTests {

    private static final Path PAGE = Path.of("../docs/testing.md");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("```text\n(.*?)\n```", Pattern.DOTALL);

    @Migrations(locations = "classpath:migrations/forgetful", model = "sql:src/test/resources/migrations/shop.sql")
    static class Forgetful implements MigrationTests {}

    @Test
    void showsCodeThatRuns() throws IOException {
        List<String> sources = sources();

        assertThat(blocks(JAVA))
                .hasSizeGreaterThan(3)
                .allSatisfy(block -> assertThat(sources).anyMatch(source -> source.contains(block)));
    }

    @Tag("slow")
    @Test
    void showsTheMessageOfAFailure() throws IOException {
        assertThat(blocks(TEXT))
                .isNotEmpty()
                .isSubsetOf(TestRun.of(Forgetful.class).failed().values());
    }

    private static List<String> blocks(Pattern kind) throws IOException {
        return kind.matcher(Files.readString(PAGE))
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/java/dev/retort/testing/guide"))) {
            return files.map(TestingPageTests::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
