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
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the {@code console} blocks of the documentation against the running demo and compares their output, except
 * times, ports and host names. {@code -Dgolden.update=true} updates the output.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReadmeTests {

    private static final Pattern BLOCK = Pattern.compile("```console\n\\$ ([^\n]*)\n(.*?)```", Pattern.DOTALL);
    private static final int LONGEST = 900;
    private static final String CUT = "\n  ...";
    private static final String JQ = " | jq";

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
    void theLastLineOfTheStartupHasTheAddressAndTheUsers(CapturedOutput output) {
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
    void theCommandsOfTheReadmePrintItsOutput() throws IOException {
        new PlayedPage(BLOCK, ReadmeTests::normalize)
                .check(Path.of("..", "README.md"), block -> shorten(run(block.group(1))));
    }

    private static String run(String line) throws IOException {
        boolean asJson = line.endsWith(JQ);
        String command = asJson ? line.substring(0, line.length() - JQ.length()) : line;
        String port = application.getEnvironment().getProperty("local.server.port", "");
        Process process = new ProcessBuilder("bash", "-c", command.replace("localhost:8080", "localhost:" + port))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return asJson ? formatted(output) : output;
    }

    /** As jq prints it, which a machine that runs the tests need not have. */
    private static String formatted(String json) {
        JsonMapper mapper = new JsonMapper();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        return mapper.writer()
                .with(printer)
                .writeValueAsString(mapper.readTree(json))
                .replaceAll("(?m)^(\\s*\"[^\"]+\") : ", "$1: ")
                .replace("[ ]", "[]");
    }

    private static String shorten(String output) {
        String text = output.stripTrailing();
        return (text.length() > LONGEST ? text.substring(0, text.lastIndexOf('\n', LONGEST)) + CUT : text) + "\n";
    }

    private static String normalize(String output) {
        return output.replaceAll("\"\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z\"", "TIME")
                .replaceAll("\"(durationMs|id)\": \\d+", "\"$1\": N")
                .replaceAll("\"(host|runId|application|toolVersion)\": \"[^\"]*\"", "\"$1\": X")
                .replaceAll("(?s)^(.{0,500}).* \\.\\.\\.\n$", "$1");
    }
}
