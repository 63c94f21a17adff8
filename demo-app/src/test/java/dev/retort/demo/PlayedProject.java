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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The project of the quickstart in an empty folder, in which the blocks of a page are played: files are written, statements of
 * {@code sql} blocks are executed, {@code diff} blocks edit the newest script, and commands of {@code console} blocks run, each
 * in a separate process. Commands of Maven goals run without Maven; the tests of the goals cover these.
 */
final class PlayedProject {

    static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

    private static final Pattern FILE = Pattern.compile("^(?://|#) (src/\\S+)\n");
    private static final String SCRIPTS = "src/main/resources/db/migrations";
    private static final String PROMPT = "$ ";

    /** Compiles only when a source changed. */
    private static final String MAVEN = """
            mvn() {
              local goal= args=()
              for one in "$@"; do
                case "$one" in
                  retort:*) goal=${one#retort:} ;;
                  spring-boot:run) goal= ;;
                  -Dretort.args=*) eval "args=(${one#-Dretort.args=})" ;;
                esac
              done
              rm -rf target/classes/db && mkdir -p target/classes && cp -r src/main/resources/. target/classes &&
                { [ -z "$(find src/main/java -newer target/compiled 2>&1)" ] ||
                  "$JAVA"c $(printf -- ' -J%s' $FLAGS) -nowarn -proc:none -parameters -d target/classes -cp "$LIBRARIES" \
                    $(find src/main/java -name '*.java') && touch target/compiled; } &&
                "$JAVA" $FLAGS -cp "target/classes:$LIBRARIES" com.example.shop.ShopApplication \
                  ${goal:+migrations $goal} "${args[@]}" 2>&1 | sed -n "${goal:+p;}s/^.*RetortInitializer *: /... RetortInitializer : /p"
            }
            """;

    private final Path folder;
    private final TestDatabase database;

    private PlayedProject(Path folder, TestDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    static PlayedProject in(Path folder, TestDatabase database) throws IOException {
        Files.createFile(folder.resolve("pom.xml"));
        return new PlayedProject(folder, database);
    }

    /** Plays a page and compares it with its current output, which {@code -Dgolden.update=true} writes. */
    void check(Path page) throws IOException {
        new PlayedPage(BLOCK, PlayedProject::comparable).check(page, this::play);
    }

    /** Writes the last version of each file of a page. */
    void write(Path page) throws IOException {
        for (MatchResult block : BLOCK.matcher(Files.readString(page)).results().toList()) {
            file(block.group(2));
        }
    }

    private String play(MatchResult block) throws IOException {
        String body = block.group(2);
        String kind = block.group(1);
        if (kind.equals("console")) {
            return session(body);
        }
        switch (kind) {
            case "sql" -> database.execute(body);
            case "diff" -> edit(body);
            default -> file(body);
        }
        return body;
    }

    private void file(String body) throws IOException {
        Matcher file = FILE.matcher(body);
        if (file.find()) {
            Path target = folder.resolve(file.group(1));
            Files.createDirectories(target.getParent());
            Files.writeString(target, body.substring(file.end()));
        }
    }

    /**
     * Replaces the lines without a plus by those without a minus, in a file that has them once: by default the newest script.
     * Lines with {@code @@} separate places.
     */
    private void edit(String block) throws IOException {
        Matcher named = FILE.matcher(block);
        boolean isNamed = named.find();
        Path file = isNamed ? folder.resolve(named.group(1)) : newest();
        String diff = isNamed ? block.substring(named.end()) : block;
        String text = Files.readString(file);
        for (String place : diff.replaceFirst("^@@\n", "").split("(?m)^@@\n")) {
            String old = lines(place, '+');
            assertThat(text.split(Pattern.quote(old), -1)).as(old).hasSize(2);
            text = text.replace(old, lines(place, '-'));
        }
        Files.writeString(file, text);
    }

    private static String lines(String diff, char without) {
        return diff.lines()
                .filter(line -> line.isEmpty() || line.charAt(0) != without)
                .map(line -> line.isEmpty() ? line : line.substring(1))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private Path newest() throws IOException {
        try (Stream<Path> scripts = Files.list(folder.resolve(SCRIPTS))) {
            return scripts.max(Comparator.comparing(Path::getFileName)).orElseThrow();
        }
    }

    private String session(String body) throws IOException {
        StringBuilder printed = new StringBuilder();
        List<String> commands =
                body.lines().filter(line -> line.startsWith(PROMPT)).toList();
        for (String command : commands) {
            printed.append(command).append('\n').append(run(command.substring(PROMPT.length())));
        }
        return printed.toString();
    }

    /** Runs a command of a shell, and returns what it prints. */
    String run(String command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", MAVEN + command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "JAVA", JavaCommand.program(),
                        "FLAGS", String.join(" ", JavaCommand.SHORT_LIVED),
                        "LIBRARIES", libraries(),
                        "SPRING_DATASOURCE_URL", database.url(),
                        "SPRING_DATASOURCE_USERNAME", database.user(),
                        "SPRING_DATASOURCE_PASSWORD", "",
                        "SPRING_MAIN_WEB_APPLICATION_TYPE", "none",
                        "LOGGING_LEVEL_ROOT", "warn",
                        "LOGGING_LEVEL_DEV_RETORT", "info"));
        Process process = builder.start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .replace(folder.toRealPath() + "/", "");
    }

    /** The class path of the starters, without the demo itself. */
    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("demo-app"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String comparable(String output) {
        return output.replaceAll("\\b[0-9a-f]{12}\\b", "ID")
                .replaceAll("\\b\\d{14}_", "TIME_")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("in \\d+ ms", "in N ms")
                .replaceAll("by \\S+", "by USER");
    }
}
