/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.author.ExternalCommand;
import dev.retort.cli.author.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the session of the page about commands; {@code -Dgolden.update=true} updates its output. */
class CommandsPageTests {

    private static final Path PAGE = Path.of("..", "docs", "commands.md");
    private static final String HEAD = "## Writing scripts\n\n```console\n";
    private static final String PROMPT = "$ retort ";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path project;

    @Test
    void theSessionPrintsTheOutputOfThePage() throws IOException {
        project = project.toRealPath();
        Files.createFile(project.resolve("pom.xml"));
        String page = Files.readString(PAGE);
        int start = page.indexOf(HEAD) + HEAD.length();
        int end = page.indexOf("```\n", start);
        assertThat(start).isGreaterThan(HEAD.length());

        String result = replay(page.substring(start, end));

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page.substring(0, start) + result + page.substring(end));
        }
        assertThat(Files.readString(PAGE)).contains(HEAD + result + "```\n");
    }

    private String replay(String session) {
        Iterator<String> ids = List.of("8e1f0c5a9b22", "3f9c2a7b1d04", "77aa01bc92de", "5d2e41f07c36", "b80c93d1e6aa")
                .iterator();
        Shell shell = new Shell(project, new Origin(new EveryMinute(), ids::next));
        StringBuilder result = new StringBuilder();
        session.lines().filter(line -> line.startsWith(PROMPT)).forEach(line -> {
            List<String> words = ExternalCommand.parse("the page", line.substring(PROMPT.length()))
                    .words();
            Shell.Result answer = shell.run(words.toArray(String[]::new));
            result.append(line).append('\n').append(answer.out()).append(answer.err());
        });
        return result.toString();
    }

    /** A clock that advances one minute on each call. */
    private static final class EveryMinute extends Clock {

        private Instant next = Instant.parse("2026-11-22T19:13:00Z");

        @Override
        public Instant instant() {
            Instant now = next;
            next = next.plusSeconds(60);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
