/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import dev.retort.event.MigrationListener;
import dev.retort.event.RunEvent;
import dev.retort.event.StatementProgress;
import dev.retort.event.StepEvent;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Prints a line for each step when it starts, as Alembic does. On a terminal the progress of a long statement and
 * finally the duration follow on the same line; otherwise the progress is printed on separate lines.
 */
public final class Progress implements MigrationListener {

    private static final Duration REPORTS = Duration.ofSeconds(10);
    private static final String SAVE_CURSOR = "\u001B7";
    private static final String BACK_TO_IT_AND_CLEAR = "\u001B8\u001B[J";

    private final Output out;
    private final Terminal terminal;
    private final Supplier<Duration> clock;
    private @Nullable Duration begun;
    private boolean overwritten;
    private @Nullable String statement;
    private Duration reported = Duration.ZERO;

    /**
     * Creates a printer.
     *
     * @param out the output
     * @param terminal the kind of output
     * @param clock the time since a fixed moment
     */
    public Progress(Output out, Terminal terminal, Supplier<Duration> clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public synchronized void beforeStep(StepEvent step) {
        if (step.attempt() > 1) {
            return;
        }
        endLine();
        String line = StepLines.line(
                "Running ", step.run().operation(), step.revision(), step.downRevisions(), step.message());
        if (terminal.interactive()) {
            out.asIs(line + SAVE_CURSOR);
            begun = clock.get();
        } else {
            out.line(line);
        }
        out.flush();
    }

    @Override
    public synchronized void whileRunning(StatementProgress progress) {
        if (terminal.interactive()) {
            if (begun != null) {
                out.asIs(BACK_TO_IT_AND_CLEAR + terminal.faint("  " + Printable.line(describe(progress))));
                overwritten = true;
            }
        } else if (isDue(progress)) {
            out.line("    " + progress.statement() + ": " + describe(progress));
        }
        out.flush();
    }

    private boolean isDue(StatementProgress progress) {
        if (!progress.statement().equals(statement)) {
            statement = progress.statement();
            reported = Duration.ZERO;
        }
        boolean due = progress.running().minus(reported).compareTo(REPORTS) >= 0;
        reported = due ? progress.running() : reported;
        return due;
    }

    private static String describe(StatementProgress progress) {
        StringBuilder text =
                new StringBuilder().append(progress.running().toSeconds()).append(" s");
        if (progress.phase() != null) {
            text.append(", ").append(progress.phase());
            text.append(progress.percent() == null ? "" : " " + progress.percent() + " %");
        }
        return text.append(progress.blockedBy() == null ? "" : ", waiting for " + progress.blockedBy())
                .toString();
    }

    @Override
    public synchronized void afterRun(RunEvent run) {
        endLine();
    }

    @Override
    public synchronized void onFailure(RunEvent run, Throwable failure) {
        if (begun != null) {
            out.asIs(overwritten ? BACK_TO_IT_AND_CLEAR : "");
            out.end();
            begun = null;
        }
        out.flush();
    }

    /** A step ends when the next one starts or the run ends, so its duration includes the commit. */
    private void endLine() {
        if (begun != null) {
            long took = clock.get().minus(begun).toMillis();
            out.asIs((overwritten ? BACK_TO_IT_AND_CLEAR : "") + terminal.faint("  " + took + " ms"));
            out.end();
            out.flush();
        }
        begun = null;
        overwritten = false;
    }
}
