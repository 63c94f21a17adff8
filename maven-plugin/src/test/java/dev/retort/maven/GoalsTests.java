/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.cli.CommandLineInterface;
import dev.retort.cli.Workspace;
import dev.retort.migration.MigrationListener;
import dev.retort.script.RevisionScript;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** The descriptor that Maven reads. */
class GoalsTests {

    private static final Pattern GOAL = Pattern.compile("<goal>([^<]*)</goal>");
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z_-]+)  ");

    @Test
    void everyCommandIsAGoal() throws Exception {
        String descriptor = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));

        assertThat(names(GOAL, descriptor)).contains("verify-scripts").containsAll(commands());
        assertThat(names(GOAL, descriptor)).hasSize(commands().size() + 1);
    }

    private static List<String> commands() {
        StringWriter help = new StringWriter();
        new CommandLineInterface(new Nowhere(), new PrintWriter(help), new PrintWriter(help)).run();
        List<String> commands = names(COMMAND, help.toString());
        assertThat(commands).contains("upgrade", "ensure_version");
        return commands;
    }

    private static List<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** Lists its commands when it is given none. */
    @Command(name = "nowhere")
    private static final class Nowhere implements Workspace {

        @Override
        public List<RevisionScript> scripts() {
            return List.of();
        }

        @Override
        public Retort retort(List<MigrationListener> listeners) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkConnection() {}

        @Override
        public String describe() {
            return "nowhere";
        }
    }
}
