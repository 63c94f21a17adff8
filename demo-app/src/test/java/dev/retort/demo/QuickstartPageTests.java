/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays the quickstart from top to bottom; {@code -Dgolden.update=true} updates its output. */
class QuickstartPageTests {

    private static final Path PAGE = Path.of("..", "docs", "quickstart.md");
    private static final Path FRENCH = Path.of("..", "docs", "fr", "demarrage.md");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Tag("slow")
    @Test
    void everyStepHasTheResultOfThePage() throws IOException {
        try (TestDatabase database = TestDatabase.create()) {
            PlayedProject.in(folder, database).check(PAGE);
        }
    }

    @Test
    void theFrenchPageHasTheSameFilesAndCommands() throws IOException {
        assertThat(blocks(FRENCH)).isEqualTo(blocks(PAGE));
    }

    private static List<String> blocks(Path page) throws IOException {
        return PlayedProject.BLOCK
                .matcher(Files.readString(page))
                .results()
                .map(MatchResult::group)
                .map(block -> block.replaceAll("(?m)^# (?!src/).*\n", ""))
                .toList();
    }
}
