/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.cli.author.ExternalCommand;
import dev.retort.cli.author.Origin;
import dev.retort.test.Golden;
import dev.retort.test.PlayedPage;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs a page of the guide from top to bottom in an empty project: a {@code properties} block becomes {@code .env}, a
 * {@code sql} block the script with its id or the file that its first line names, and the commands of {@code console} blocks are
 * executed: those of retort, {@code cat} and {@code rm}.
 */
final class Page {

    private static final Pattern BLOCK = Pattern.compile("```(properties|sql|console)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("-- revision: (\\w+)\n");
    private static final Pattern FILE = Pattern.compile("-- (src/\\S+\\.sql)\n");
    private static final String SHELL = "$ ";
    private static final String PROMPT = "$ retort ";

    private final String text;

    Page(String text) {
        this.text = text;
    }

    static Page read(Path file) throws IOException {
        return new Page(Files.readString(file));
    }

    /** {@return the clock of the played pages, and the ids of their new revisions} */
    static Origin origin(String... ids) {
        return new Origin(
                Clock.fixed(Instant.parse("2026-11-22T19:13:00Z"), ZoneOffset.UTC),
                List.of(ids).iterator()::next);
    }

    /** Runs a page and compares it with its current output, which {@code -Dgolden.update=true} writes. */
    static void check(Path page, Path project, Origin origin, TestDatabase database) throws IOException {
        Golden.check(page, read(page).play(project, origin, database));
    }

    /** {@return all blocks without the surrounding text, and without values that differ on each run} */
    List<String> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Page::normalize)
                .toList();
    }

    /** Runs the page, and returns its text with the current output, without values that differ on each run. */
    private String play(Path project, Origin origin, TestDatabase database) throws IOException {
        return new PlayedPage(BLOCK, Page::normalize).play(text, block -> {
            String body = block.group(2);
            return switch (block.group(1)) {
                case "properties" -> dotEnv(project, body, database);
                case "sql" -> script(project, body);
                default -> session(new Shell(project, origin), body, project, database);
            };
        });
    }

    private static String dotEnv(Path project, String body, TestDatabase database) {
        write(
                project.resolve(".env"),
                body.replace("=5432", "=" + database.port())
                        .replace("sql:src", "sql:" + project.resolve("src"))
                        .replace("DB=shop", "DB=" + database.name())
                        .replace("USER=shop", "USER=" + database.user()));
        return body;
    }

    private static String script(Path project, String body) {
        Matcher named = FILE.matcher(body);
        if (named.lookingAt()) {
            write(project.resolve(named.group(1)), body.substring(named.end()));
            return body;
        }
        String header = ID.matcher(body).results().findFirst().orElseThrow().group();
        try (Stream<Path> files = Files.walk(project)) {
            Path script = files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> read(file, header))
                    .findFirst()
                    .orElseThrow();
            write(script, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body;
    }

    private static boolean read(Path file, String header) {
        try {
            return Files.readString(file).contains(header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String session(Shell shell, String body, Path project, TestDatabase database) {
        StringBuilder printed = new StringBuilder();
        body.lines().filter(line -> line.startsWith(SHELL)).forEach(line -> {
            if (!line.startsWith(PROMPT)) {
                printed.append(line).append('\n').append(ofShell(line.substring(SHELL.length()), project));
                return;
            }
            String[] words = ExternalCommand.parse("the page", line.substring(PROMPT.length())).words().stream()
                    .toArray(String[]::new);
            Shell.Result answer = shell.run(words);
            printed.append(line).append('\n').append(answer.out()).append(answer.err());
        });
        return printed.toString()
                .replace(project + "/", "")
                .replace("port " + database.port(), "port 5432")
                .replace(":" + database.port() + "/", ":5432/")
                .replace(database.name(), "shop")
                .replace("user " + database.user(), "user shop");
    }

    private static String ofShell(String command, Path project) {
        Path file = project.resolve(command.substring(command.indexOf(' ') + 1));
        try {
            if (command.startsWith("cat ")) {
                return Files.readString(file);
            }
            if (command.startsWith("rm ")) {
                Files.delete(file);
                return "";
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException(command);
    }

    private static String normalize(String printed) {
        return printed.replaceAll("\\d+ ms", "N ms")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("N ms by [^\\s,]+", "N ms by USER");
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
