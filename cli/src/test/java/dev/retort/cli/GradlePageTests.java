/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tasks for Gradle, as text: they name the commands that there are, and their arguments do what the page says. */
class GradlePageTests {

    private static final Path PAGE = Path.of("..", "docs", "gradle.md");
    private static final Pattern TASKS = Pattern.compile("(?s)listOf\\(\\s*(\"current\".*?)\\)\\.forEach");
    private static final Pattern CHECK = Pattern.compile("args\\((\"--location=.*)\\)");
    private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static List<String> strings(Pattern pattern) throws IOException {
        String found = pattern.matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
        return STRING.matcher(found)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void everyCommandHasATask() throws IOException {
        List<String> commands = new ArrayList<>(Pattern.compile("(?m)^  ([a-z_-]+)  ")
                .matcher(new Shell(folder).run("--help").out())
                .results()
                .map(match -> match.group(1))
                .toList());
        // Its script is for the shell that calls the stand-alone program.
        commands.remove("completion");
        assertThat(strings(TASKS)).containsExactlyInAnyOrderElementsOf(commands);
    }

    @Test
    void theCheckOfScriptsFailsOnTwoHeadsAndOnABrokenHeader() throws IOException {
        Path scripts = Files.createDirectories(folder.resolve("src/main/resources/db/migrations"));
        Project project = new Project(scripts, TestDatabase.none().dataSource());
        String[] arguments = strings(CHECK).stream()
                .map(each -> each.replace("filesystem:src", "filesystem:" + folder + "/src"))
                .toArray(String[]::new);

        project.chain("a", "b");
        assertThat(new Shell(folder).run(arguments).status()).isZero();

        project.revision("c", "a", "SELECT 1;", "SELECT 1;");
        Shell.Result twoHeads = new Shell(folder).run(arguments);
        assertThat(twoHeads.status()).isEqualTo(1);
        assertThat(twoHeads.err()).contains("'head' matches several heads: 'b', 'c'");

        project.script("c", "-- revision: c\n-- down_revison: a\n");
        Shell.Result broken = new Shell(folder).run(arguments);
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.err()).contains("The header has no key \"down_revison\".");
    }
}
