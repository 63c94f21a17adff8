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
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the quickstart from top to bottom in an empty folder: writes its files, compiles its application and runs its
 * commands, each in a separate process. Commands of Maven goals run without Maven; the tests of the goals cover these.
 * {@code -Dgolden.update=true} updates its output.
 */
class QuickstartPageTests {

    private static final Path PAGE = Path.of("..", "docs", "quickstart.md");
    private static final Path FRENCH = Path.of("..", "docs", "fr", "demarrage.md");
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("^(?://|#) (src/\\S+)\n");
    private static final String PROMPT = "$ ";

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
              mkdir -p target/classes && cp -r src/main/resources/. target/classes &&
                "$JAVA"c -nowarn -parameters -d target/classes -cp "$LIBRARIES" $(find src/main/java -name '*.java') &&
                "$JAVA" $FLAGS -cp "target/classes:$LIBRARIES" com.example.shop.ShopApplication \
                  ${goal:+migrations $goal} "${args[@]}" | sed -n "${goal:+p;}s/^.*RetortInitializer *: /... RetortInitializer : /p"
            }
            """;

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void everyStepHasTheResultOfThePage() throws IOException {
        Files.createFile(folder.resolve("pom.xml"));
        new PlayedPage(BLOCK, QuickstartPageTests::comparable).check(PAGE, this::play);
    }

    @Test
    void theFrenchPageHasTheSameFilesAndCommands() throws IOException {
        assertThat(blocks(FRENCH)).isEqualTo(blocks(PAGE));
    }

    private static List<String> blocks(Path page) throws IOException {
        return BLOCK.matcher(Files.readString(page))
                .results()
                .map(MatchResult::group)
                .map(block -> block.replaceAll("(?m)^# (?!src/).*\n", ""))
                .toList();
    }

    private String play(MatchResult block) throws IOException {
        String body = block.group(2);
        Matcher file = FILE.matcher(body);
        if (file.find()) {
            Path target = folder.resolve(file.group(1));
            Files.createDirectories(target.getParent());
            Files.writeString(target, body.substring(file.end()));
        }
        return block.group(1).equals("console") ? session(body) : body;
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

    private String run(String command) throws IOException {
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
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
