/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.PlayedPage;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Runs the {@code console} blocks of the documentation against the running demo and compares what they print, but for
 * times, ports and names of machines. With {@code -Dgolden.update=true} it writes what was really printed.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReadmeTests {

    private static final Pattern BLOCK = Pattern.compile("```console\n\\$ ([^\n]*)\n(.*?)```", Pattern.DOTALL);
    private static final int LONGEST = 900;
    private static final String CUT = " ...";

    private static TestDatabase database = TestDatabase.none();
    private static ConfigurableApplicationContext application = new GenericApplicationContext();

    @BeforeAll
    static void startTheDemo() {
        database = TestDatabase.create();
        application = SpringApplication.run(
                DemoApplication.class,
                "--server.port=0",
                "--POSTGRES_HOST=localhost",
                "--POSTGRES_PORT=" + database.port(),
                "--POSTGRES_DB=" + database.name(),
                "--POSTGRES_USER=" + database.user(),
                "--POSTGRES_PASSWORD=");
    }

    @AfterAll
    static void stopTheDemo() {
        application.close();
        database.close();
    }

    @Test
    void theLastLineOfTheStartSaysWhereToLookAndAsWhom(CapturedOutput output) {
        String port = application.getEnvironment().getProperty("local.server.port", "");
        assertThat(output.getOut()
                        .lines()
                        .filter(line -> line.contains(" INFO "))
                        .reduce((a, b) -> b))
                .hasValueSatisfying(last -> assertThat(last)
                        .endsWith("Open http://localhost:" + port
                                + " and sign in as 'operator' (may migrate; the password"
                                + " is the name) or 'reader' (may read; the password is the name)."));
    }

    @Test
    void theCommandsOfTheReadmePrintWhatItSays() throws IOException {
        new PlayedPage(BLOCK, ReadmeTests::normalize)
                .check(Path.of("..", "README.md"), block -> shorten(run(block.group(1))));
    }

    private static String run(String command) throws IOException {
        String port = application.getEnvironment().getProperty("local.server.port", "");
        Process process = new ProcessBuilder("bash", "-c", command.replace("localhost:8080", "localhost:" + port))
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String shorten(String output) {
        String line = output.stripTrailing();
        return (line.length() > LONGEST ? line.substring(0, LONGEST) + CUT : line) + "\n";
    }

    private static String normalize(String output) {
        return output.replaceAll("\"\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z\"", "TIME")
                .replaceAll("\"(durationMs|id)\":\\d+", "\"$1\":N")
                .replaceAll("\"(host|runId|application|toolVersion)\":\"[^\"]*\"", "\"$1\":X")
                .replaceAll("(?s)^(.{0,500}).* \\.\\.\\.\n$", "$1");
    }
}
