/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.output.LogStream;
import dev.retort.test.Project;
import dev.retort.test.Samples;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text from scripts, file names, arguments and the database cannot control a terminal. */
class ControlCharactersTests extends DatabaseTestCase {

    /**
     * Clears the screen, hides text, sets a title, with C0 and C1 control characters; and changes the direction of
     * text.
     */
    private static final String EVIL = "\u001B[2J\u009B8m\u001B]0;x\u0007\b\u007F\u202E";

    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @BeforeEach
    void write() {
        Project project = new Project(folder, database.dataSource());
        project.script("a1" + EVIL, script("a1", "", "SELECT '" + EVIL + "';\nSELECT 2;"));
        project.script("b1", script("b1", "a1", "SELECT 1;"));
        project.script("b2", script("b2", "a1", "DO $$ BEGIN RAISE EXCEPTION '%', '" + EVIL + "'; END $$;"));
        shell = new Shell(folder).on(database).with("RETORT_LOCATIONS", "filesystem:" + folder);
    }

    private static String script(String id, String parent, String statement) {
        return "-- revision: " + id + "\n-- down_revision: " + parent + "\n-- message: m" + EVIL + "\n-- created: c"
                + EVIL + "\n\n-- migrate: upgrade\n" + statement + "\n-- migrate: downgrade\nSELECT 1;\n";
    }

    static Stream<List<String>> commands() {
        List<String> plain = List.of(
                "history",
                "history -v -i",
                "current -v",
                "heads -v",
                "branches -v",
                "show a1",
                "graph",
                "graph --format dot",
                "graph --format mermaid",
                "upgrade heads --plan -v",
                "downgrade base --plan -v",
                "upgrade heads",
                "upgrade heads -v",
                "log -v",
                "validate",
                "upgrade no" + EVIL,
                "show no" + EVIL,
                "no" + EVIL,
                "heads --no" + EVIL,
                "log --limit 1" + EVIL,
                "repair b2 --accept --reason r" + EVIL);
        return Samples.every(5, 0, commands(plain));
    }

    private static Stream<List<String>> commands(List<String> plain) {
        return Stream.concat(
                        plain.stream(),
                        Stream.of("history", "current", "show b2", "graph", "log", "validate", "upgrade heads --plan")
                                .map(command -> command + " --json"))
                .map(command -> List.of(command.split(" ")));
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("commands")
    void noCommandPrintsOne(List<String> command) {
        shell.run("upgrade", "a1", "--reason", EVIL);
        shell.run("upgrade", "b2");

        Shell.Result result = shell.run(command.toArray(String[]::new));

        assertThat(result.out() + result.err()).isNotEmpty().matches("[\\P{Cntrl}\n\t&&[^\\x7f-\\x9f\\u202E]]*");
    }

    @Test
    void aScriptIsShownWithItsLinesAndItsControlsAsEscapes() {
        assertThat(shell.run("upgrade", "a1", "--plan", "-v").out())
                .contains("SELECT '\\u001b[2J\\u009b8m\\u001b]0;x\\u0007\\u0008\\u007f\\u202e'");
        assertThat(shell.run("show", "a1").out()).contains("\n    m\\u001b[2J\\u009b8m");
    }

    @Test
    void aLineBreakInAMessageStartsNoLine() {
        shell.run("upgrade", "a1");
        database.execute(
                "ALTER TABLE retort_history DISABLE TRIGGER ALL",
                "UPDATE retort_history SET description = E'm\\n99 forged'");

        assertThat(shell.run("log").out().lines())
                .isNotEmpty()
                .noneMatch(line -> line.startsWith("99"))
                .anyMatch(line -> line.endsWith("m\\u000a99 forged"));
    }

    @Test
    void aScriptForPsqlIsAsItIs() {
        assertThat(shell.run("upgrade", "a1", "--sql").out()).contains("SELECT '" + EVIL + "'");
    }

    @Test
    void logsAreWrittenWithoutThem() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (LogStream log = new LogStream(new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
            log.println("é\t" + EVIL + "\r\nnext");
            log.write("x\u001B".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("é\t\\u001b[2J\\u009b8m\\u001b]0;x\\u0007\\u0008\\u007f")
                .endsWith("\r\nnext" + System.lineSeparator() + "x\\u001b");
    }
}
