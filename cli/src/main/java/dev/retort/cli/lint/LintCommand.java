/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.Retort;
import dev.retort.cli.author.Origin;
import dev.retort.cli.command.DatabaseCommand;
import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.Terminal;
import dev.retort.error.RetortException;
import dev.retort.lint.LintReport;
import dev.retort.lint.LintRequest;
import dev.retort.lint.Severity;
import dev.retort.lint.Sizes;
import dev.retort.model.SchemaModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "lint",
        description = {
            "Check what revisions would do to a database in use, before they run.",
            "Runs each statement on an empty scratch database with the schema of the real one,"
                    + " measures its locks, table scans and rewrites, and estimates their duration from the"
                    + " sizes of the real one.",
            "Exit status 1 if a finding reaches --fail-on, 2 if lint itself fails."
        },
        footer = {
            "",
            "Example: lint",
            "         lint --replay --since 3f9c2a7b1d04 --sizes sizes.json --format markdown"
        })
public final class LintCommand extends DatabaseCommand {

    private static final int BROKEN = 2;

    @Option(
            names = {"-r", "--range"},
            paramLabel = "<from>:<to>",
            description = "The revisions to check. Default: the pending ones.")
    private @Nullable String range;

    @Option(
            names = "--replay",
            description = "Run the ancestors in a scratch database; needs no other database. Checks all revisions by"
                    + " default.")
    private boolean replay;

    @Option(
            names = "--since",
            paramLabel = "<revision>",
            description = "With --replay: check only revisions after this one.")
    private @Nullable String since;

    @Option(
            names = "--sizes",
            paramLabel = "<file>",
            description = "A file of the command sizes, instead of the sizes of the database.")
    private @Nullable Path sizes;

    @Option(
            names = "--fail-on",
            paramLabel = "<severity>",
            defaultValue = "error",
            description = "The lowest severity with exit status 1: error, warning or never.")
    private String failOn = "error";

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private LintOutputOptions output;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private LintRuleOptions rules;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private LintDataOptions data;

    private final Clock clock;

    /**
     * Creates the command.
     *
     * @param origin tells the day, for suppressions with a date
     */
    public LintCommand(Origin origin) {
        this.clock = origin.clock();
    }

    @Override
    public Integer call() {
        if (since != null && !replay) {
            throw wrongUsage("--since requires --replay");
        }
        if (since != null && range != null) {
            throw wrongUsage("--since cannot be combined with --range");
        }
        Severity limit = limit();
        List<LintOutputOptions.Target> targets = output.targets();
        LintReport report;
        try {
            report = report();
        } catch (RetortException e) {
            err().failure(String.valueOf(e.getMessage()), isVerbose() ? e : null);
            return BROKEN;
        }
        print(report, targets);
        return limit != Severity.OFF && report.worst().compareTo(limit) >= 0 ? ExitStatus.FAILED : ExitStatus.DONE;
    }

    private Severity limit() {
        return switch (failOn) {
            case "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            case "never" -> Severity.OFF;
            default -> throw wrongUsage("--fail-on is error, warning or never, not " + failOn + ".");
        };
    }

    private LintReport report() {
        Retort retort = replay ? workspace().retort(List.of()) : connected();
        Sizes known = sizes == null ? null : SizesFile.read(sizes);
        LocalDate today = LocalDate.now(clock);
        LintRequest request = (replay ? LintRequest.replayed(today) : LintRequest.pending(today))
                .withRange(range)
                .withSince(since)
                .withSizes(known)
                .withSettings(rules.settings(retort.settings().lint()))
                .withModel(model(retort))
                .withData(data.questions(workspace().server()));
        return retort.authoring()
                .lint(request, workspace().server(), workspace().scratchServers());
    }

    /** {@return the model: the one that is named, that of the settings, or the only one; {@code null} without any} */
    private @Nullable SchemaModel model(Retort retort) {
        String named = rules.model() == null ? retort.settings().model() : rules.model();
        if (named != null) {
            return named.equals("none")
                    ? null
                    : retort.authoring().model(workspace().models(), named);
        }
        return workspace().models().only().isPresent()
                ? retort.authoring().model(workspace().models(), null)
                : null;
    }

    private void print(LintReport report, List<LintOutputOptions.Target> targets) {
        for (LintOutputOptions.Target target : targets) {
            String text = target.format() == LintFormat.TEXT && target.file() == null
                    ? new TextReport(colors()).write(report)
                    : target.format().write(report);
            if (target.file() == null) {
                printScript(text + (text.isEmpty() ? "" : "\n"));
            } else {
                write(target.file(), text + "\n");
            }
        }
    }

    private static LockColors colors() {
        Terminal terminal = Terminal.ofProcess();
        return new LockColors(terminal::colored);
    }

    private static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new RetortException(
                    "The report could not be written to " + file + ".", e + ".", "Name a file that can be written.", e);
        }
    }
}
