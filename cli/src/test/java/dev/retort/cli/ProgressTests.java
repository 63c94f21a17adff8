/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.output.Output;
import dev.retort.cli.output.Progress;
import dev.retort.cli.output.Terminal;
import dev.retort.event.RunEvent;
import dev.retort.event.StatementProgress;
import dev.retort.event.StepEvent;
import dev.retort.migration.RunArguments;
import dev.retort.run.RunKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/** The output during a run. */
class ProgressTests {

    private static final String SAVE = "\u001B7";
    private static final String BACK = "\u001B8\u001B[J";

    private final StringWriter out = new StringWriter();
    private Duration now = Duration.ZERO;

    private final RunEvent run = new RunEvent(
            "default",
            UUID.fromString("00000000-0000-0000-0000-000000000001"),
            RunKind.UPGRADE,
            List.of(),
            List.of("b1"),
            List.of("a1", "b1"),
            RunArguments.none());

    private Progress on(Terminal terminal) {
        return new Progress(new Output(new PrintWriter(out)), terminal, () -> now);
    }

    private StepEvent step(String revision, int attempt) {
        List<String> downRevisions = revision.equals("a1") ? List.of() : List.of("a1");
        return new StepEvent(run, revision, downRevisions, "make " + revision, 1, attempt);
    }

    private static StatementProgress statement(int seconds) {
        return new StatementProgress(
                "Statement b1.sql:6", Duration.ofSeconds(seconds), null, "building index: scanning table", 45);
    }

    @Test
    void completesEachLineWithItsTimeOnATerminal() {
        Progress progress = on(new Terminal(true, Ansi.OFF));

        progress.beforeStep(step("a1", 1));
        now = Duration.ofMillis(12);
        progress.beforeStep(step("b1", 1));
        progress.beforeStep(step("b1", 2));
        now = Duration.ofMillis(20);
        progress.afterRun(run);

        assertThat(out.toString())
                .isEqualTo("Running upgrade  -> a1, make a1" + SAVE + "  12 ms\nRunning upgrade a1 -> b1, make b1"
                        + SAVE + "  8 ms\n");
    }

    @Test
    void writesOverWhatALongStatementWasAt() {
        Progress progress = on(new Terminal(true, Ansi.OFF));

        progress.beforeStep(step("a1", 1));
        progress.whileRunning(statement(1));
        progress.whileRunning(
                new StatementProgress("Statement b1.sql:6", Duration.ofSeconds(2), "pid 7, user bob", null, null));
        now = Duration.ofSeconds(3);
        progress.afterRun(run);
        progress.whileRunning(statement(4));

        assertThat(out.toString())
                .isEqualTo("Running upgrade  -> a1, make a1" + SAVE + BACK
                        + "  1 s, building index: scanning table 45 %" + BACK + "  2 s, waiting for pid 7, user bob"
                        + BACK + "  3000 ms\n");
    }

    @Test
    void printsAFailureOnASeparateLine() {
        Progress progress = on(new Terminal(true, Ansi.OFF));

        progress.beforeStep(step("a1", 1));
        progress.whileRunning(statement(1));
        progress.onFailure(run, new IllegalStateException());
        progress.onFailure(run, new IllegalStateException());

        assertThat(out.toString()).endsWith("45 %" + BACK + "\n");
    }

    @Test
    void usesColoursOnlyWhereTheyAreWanted() {
        Progress progress = on(new Terminal(true, Ansi.ON));

        progress.beforeStep(step("a1", 1));
        progress.afterRun(run);

        assertThat(out.toString()).endsWith(SAVE + "\u001B[2m  0 ms\u001B[22m\n");
    }

    @Test
    void printsPlainLinesElsewhere() {
        Progress progress = on(Terminal.none());

        progress.beforeStep(step("a1", 1));
        for (int seconds = 1; seconds <= 21; seconds++) {
            progress.whileRunning(statement(seconds));
        }
        progress.afterRun(run);

        assertThat(out.toString()).isEqualTo("""
            Running upgrade  -> a1, make a1
                Statement b1.sql:6: 10 s, building index: scanning table 45 %
                Statement b1.sql:6: 20 s, building index: scanning table 45 %
            """);
    }
}
