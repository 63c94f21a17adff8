/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo;

import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays the tour of generated revisions in the project of the quickstart; {@code -Dgolden.update=true} updates its output. */
@Tag("nightly")
class AutogeneratePageTests {

    private static final Path QUICKSTART = Path.of("..", "docs", "quickstart.md");
    private static final Path PAGE = Path.of("..", "docs", "autogenerate.md");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void everyStepHasTheResultOfThePage() throws IOException {
        try (TestDatabase database = TestDatabase.create()) {
            PlayedProject shop = PlayedProject.in(folder, database);
            shop.write(QUICKSTART);
            shop.run("mvn retort:revision -Dretort.args=\"--autogenerate -m 'create customer'\"");
            shop.run("mvn retort:upgrade -Dretort.args=head");
            shop.check(PAGE);
        }
    }
}
