/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.JavaCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The descriptor that Maven reads. */
class GoalsTests {

    private static final Pattern GOAL = Pattern.compile("<goal>([^<]*)</goal>");
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z_-]+)  ");

    @Test
    void everyCommandIsAGoal() throws Exception {
        String descriptor = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));

        List<String> expected = new ArrayList<>(commands());
        // Its script is for the shell that calls the stand-alone program.
        expected.remove("completion");
        expected.add("verify-scripts");
        assertThat(names(GOAL, descriptor)).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** {@return the commands that the program lists} */
    private static List<String> commands() throws IOException {
        Process help = new ProcessBuilder(JavaCommand.of("dev.retort.cli.Main", "--help"))
                .redirectErrorStream(true)
                .start();
        List<String> commands =
                names(COMMAND, new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(commands).contains("upgrade", "ensure_version");
        return commands;
    }

    private static List<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
