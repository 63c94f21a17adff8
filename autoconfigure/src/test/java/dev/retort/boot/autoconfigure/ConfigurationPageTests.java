/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.autoconfigure.Metadata.PropertyKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page with the table of all keys; {@code -Dgolden.update=true} updates the table. */
class ConfigurationPageTests {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final String HEAD = "| key | default | meaning |\n|---|---|---|\n";

    @Test
    void theTableIsThatOfTheMetadata() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(HEAD);
        assertThat(start).as("the head of the table").isNotNegative();
        int end = page.indexOf("\n\n", start);
        String expected = HEAD.stripTrailing() + "\n" + rows();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page.substring(0, start) + expected + page.substring(end));
        } else {
            assertThat(page.substring(start, end)).isEqualTo(expected);
        }
    }

    private static String rows() {
        return Metadata.read().keys().stream()
                .filter(key -> key.name().startsWith("retort."))
                .map(ConfigurationPageTests::row)
                .collect(Collectors.joining("\n"));
    }

    private static String row(PropertyKey key) {
        String name = key.name().equals("retort.databases") ? "retort.databases.<name>.*" : key.name();
        return "| `" + name + "` | " + code(key.defaultText()) + " | " + key.description() + values(key) + " |";
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String values(PropertyKey key) {
        return key.values().isEmpty()
                ? ""
                : key.values().stream()
                        .map(ConfigurationPageTests::code)
                        .collect(Collectors.joining(", ", " One of ", "."));
    }
}
