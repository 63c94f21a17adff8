/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.JavaCommand;
import dev.retort.test.PlayedPage;
import dev.retort.test.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the page with all commands from top to bottom in a shell, in a copy of the demo's sources, each command in a
 * separate process, which takes minutes: with {@code -Pnightly}. {@code -Dgolden.update=true} updates its output.
 */
@Tag("nightly")
class CommandsPageTests {

    private static final Path PAGE = Path.of("..", "docs", "every-command.md");
    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final String PROMPT = "$ ";

    /** The function {@code shop} of the page: the application, which reads the scripts from the source folder. */
    private static final String SHOP = """
            shop() {
              "$JAVA" $FLAGS -cp "$APPLICATION" dev.retort.demo.DemoApplication \
                --retort.locations=filesystem:src/main/resources/db/migrations migrations "$@"
            }
            """;

    private final TestDatabase database = TestDatabase.create();
    private String application = "";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Folders of classes as jars, since an archive of classes takes no folders. */
    @BeforeEach
    void packTheClasses() throws IOException {
        List<String> packed = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            packed.add(Files.isDirectory(path) ? pack(path, packed.size()) : entry);
        }
        application = String.join(File.pathSeparator, packed);
    }

    private String pack(Path classes, int number) {
        String jar = folder.resolve(number + ".jar").toString();
        int status = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--no-compress", "--file", jar, "-C", classes.toString(), ".");
        assertThat(status).isZero();
        return jar;
    }

    @BeforeEach
    void copyTheSources() throws IOException {
        Path from = Path.of("src", "main", "resources", "db", "migrations");
        Path to = Files.createDirectories(folder.resolve(from));
        Files.createFile(folder.resolve("pom.xml"));
        try (Stream<Path> scripts = Files.list(from)) {
            for (Path script : scripts.toList()) {
                Files.copy(script, to.resolve(script.getFileName()));
            }
        }
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void eachCommandPrintsTheOutputOfThePage() throws IOException {
        new PlayedPage(BLOCK, CommandsPageTests::comparable).check(PAGE, block -> play(block.group(1)));
    }

    private String play(String session) throws IOException {
        StringBuilder printed = new StringBuilder();
        List<String> commands =
                session.lines().filter(line -> line.startsWith(PROMPT)).toList();
        for (String command : commands) {
            printed.append(command).append('\n').append(run(command.substring(PROMPT.length())));
        }
        return printed.toString();
    }

    /** The first large command creates a CDS archive, with which the others start faster. */
    private String flags() {
        Path archive = folder.resolve("classes.jsa");
        String archiving = Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=";
        return "-Xlog:disable " + String.join(" ", JavaCommand.SHORT_LIVED) + " " + archiving + archive;
    }

    private String run(String command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", SHOP + command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "JAVA", JavaCommand.program(),
                        "FLAGS", flags(),
                        "APPLICATION", application,
                        "POSTGRES_HOST", "localhost",
                        "POSTGRES_PORT", String.valueOf(database.port()),
                        "POSTGRES_DB", database.name(),
                        "POSTGRES_USER", database.user()));
        String printed = new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return printed.replace(folder.toRealPath() + "/", "")
                .replace("port " + database.port(), "port 5432")
                .replace(":" + database.port() + "/", ":5432/")
                .replace(database.name(), "shop");
    }

    /** Values that differ on each run: durations, times, and the user. */
    private static String comparable(String printed) {
        return printed.replaceAll("\\d+ ms( by [^\\s,]+)?", "n ms")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d[0-9:.]*Z?", "then")
                .replaceAll("\\d{14}_", "then_")
                .replaceAll("\"(id|durationMs)\" : \\d+", "\"$1\" : n");
    }
}
