/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.author.Origin;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for users of Alembic, in both languages; {@code -Dgolden.update=true} updates its output. */
class FromAlembicPageTests {

    private static final Path DOCS = Path.of("..", "docs");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path project;

    @ParameterizedTest
    @ValueSource(strings = {"from-alembic.md", "fr/depuis-alembic.md"})
    void theCommandsPrintTheOutputOfThePage(String name) throws IOException {
        Path page = DOCS.resolve(name);
        Path folder = project.toRealPath();
        Files.createFile(folder.resolve("pom.xml"));
        Origin origin = Page.origin("8e1f0c5a9b22", "3f9c2a7b1d04");

        try (TestDatabase database = TestDatabase.create()) {
            Page.check(page, folder, origin, database);
        }
    }

    @Test
    void bothLanguagesShowTheSame() throws IOException {
        List<String> english = Page.read(DOCS.resolve("from-alembic.md")).blocks();

        assertThat(english).hasSizeGreaterThan(8);
        assertThat(Page.read(DOCS.resolve("fr/depuis-alembic.md")).blocks()).isEqualTo(english);
    }
}
