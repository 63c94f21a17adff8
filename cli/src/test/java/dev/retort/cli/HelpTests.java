/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help texts, word for word: they are what users read. */
class HelpTests {

    private static final Path EXPECTED = Path.of("src/test/resources/help");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "baseline",
                "branches",
                "check",
                "completion",
                "current",
                "downgrade",
                "edit",
                "ensure_version",
                "graph",
                "heads",
                "history",
                "init",
                "list_templates",
                "log",
                "merge",
                "rebase",
                "repair",
                "revision",
                "show",
                "squash",
                "stamp",
                "upgrade",
                "validate"
            })
    void explainsEachCommandWithAnExample(String command) {
        Shell.Result result = new Shell(folder).run(command, "--help");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("Example: " + command);
        Golden.check(EXPECTED.resolve(command + ".sql"), result.out());
    }

    @Test
    void listsTheCommands() {
        Golden.check(
                EXPECTED.resolve("retort.sql"), new Shell(folder).run("--help").out());
    }

    @Test
    void listsAllCommandsWhateverFollows() {
        String all = new Shell(folder).run("--help").out();

        assertThat(new Shell(folder).run("--help", "upgrade").out()).isEqualTo(all);
        assertThat(new Shell(folder).run("-h").out()).isEqualTo(all);
    }

    @Test
    void theNameOfACommandMayBeAValue() {
        for (String[] arguments :
                new String[][] {{"list_templates", "--schema", "upgrade"}, {"--schema", "upgrade", "list_templates"}}) {
            assertThat(new Shell(folder).run(arguments).out()).startsWith("Available templates:");
        }
    }

    @Test
    void wrongUsageIsReportedOnStandardError() {
        Shell.Result unknown = new Shell(folder).run("upgrad", "head");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err()).contains("upgrade");

        assertThat(new Shell(folder).run("upgrade").status()).isEqualTo(2);
        assertThat(new Shell(folder).run().status()).isEqualTo(2);
        assertThat(new Shell(folder).run("heads", "--bad").status()).isEqualTo(2);
    }

    @Test
    void wrongUsageOfACommandIsExplainedInFewLines() {
        Shell.Result noMessage = new Shell(folder).run("revision", "--rev-id");

        assertThat(noMessage.err().lines().findFirst())
                .contains("Missing required parameter for option '--rev-id' (<id>)");
        assertThat(noMessage.err())
                .contains("Usage: retort revision [")
                .contains("\nExample: revision -m")
                .endsWith("All options: retort revision --help\n")
                .doesNotContain("The description of the revision");
    }

    @Test
    void everyHelpFileBelongsToACommand() throws Exception {
        try (var files = Files.list(EXPECTED)) {
            assertThat(files).hasSize(24);
        }
    }
}
