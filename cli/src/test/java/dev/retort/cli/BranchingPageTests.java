/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.cli.author.Origin;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on working in a team; {@code -Dgolden.update=true} updates its output. */
class BranchingPageTests {

    private static final Path PAGE = Path.of("..", "docs", "branching.md");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path project;

    @Test
    void theCommandsPrintTheOutputOfThePage() throws IOException {
        Path folder = project.toRealPath();
        Files.createFile(folder.resolve("pom.xml"));
        Origin origin = Page.origin(
                "8e1f0c5a9b22", "3f9c2a7b1d04", "77aa01bc92de", "a4d51c0e7f39", "c81b6f20d4a7", "f1648d2e05ca");

        try (TestDatabase database = TestDatabase.create()) {
            Page.check(PAGE, folder, origin, database);
        }
    }
}
