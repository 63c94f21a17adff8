/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.cli.author.Origin;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about object files: five changes of views, functions and triggers; {@code -Dgolden.update=true} updates its output. */
class ObjectFilesPageTests {

    private static final Path PAGE = Path.of("..", "docs", "object-files.md");

    @TempDir
    Path project = Path.of("");

    @Test
    void theCommandsPrintTheOutputOfThePage() throws IOException {
        Path folder = project.toRealPath();
        Files.createDirectories(folder.resolve("src/main/resources/db/migrations"));
        Origin origin = Page.origin(
                "8e1f0c5a9b22", "3f9c2a7b1d04", "77aa01bc92de", "a4d51c0e7f39", "c81b6f20d4a7", "f1648d2e05ca");
        try (TestDatabase database = TestDatabase.create()) {
            String version = database.query("SHOW server_version_num").get(0);
            assumeTrue(Integer.parseInt(version) >= 160000, "PostgreSQL prints definitions as on the page since 16");
            Page.check(PAGE, folder, origin, database);
        }
    }
}
