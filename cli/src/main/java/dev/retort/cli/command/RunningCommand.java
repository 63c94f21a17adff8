/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.Retort;
import dev.retort.cli.options.PassedValues;
import dev.retort.cli.options.ScriptOptions;
import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.FindingLines;
import dev.retort.cli.output.Progress;
import dev.retort.cli.output.StepLines;
import dev.retort.cli.output.Terminal;
import dev.retort.event.MigrationListener;
import dev.retort.internal.offline.OfflineScripts;
import dev.retort.lint.Finding;
import dev.retort.migration.RunArguments;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that changes the revision of the database, or writes the script that does. */
abstract class RunningCommand extends ReadingCommand {

    private final PassedValues before;

    @Option(names = "--plan", description = "Show the plan without running it.")
    private boolean plan;

    @Mixin
    private ScriptOptions script = new ScriptOptions();

    @Option(names = "--tag", paramLabel = "<tag>", description = "A tag that is passed to listeners.")
    private @Nullable String tag;

    @Mixin
    private PassedValues own = new PassedValues();

    @Option(names = "--reason", paramLabel = "<text>", description = "The reason, recorded in the history.")
    private @Nullable String reason;

    /**
     * Creates a command.
     *
     * @param before the values given before the command's name, as in Alembic
     */
    RunningCommand(PassedValues before) {
        this.before = before;
    }

    /** Runs a request. */
    @FunctionalInterface
    interface Run {
        RunResult of(Retort retort, RunRequest request);
    }

    /** Writes the script of a request. */
    @FunctionalInterface
    interface Script {
        String of(OfflineScripts scripts, RunRequest request);
    }

    /** {@return the request that the options describe} */
    RunRequest request(String target) {
        return RunRequest.by(System.getProperty("user.name"), target)
                .withDryRun(plan)
                .withReason(reason)
                .withArguments(new RunArguments(tag, before.and(own)));
    }

    int run(RunRequest request, Run run, Script writer) {
        if (script.isWanted()) {
            if (plan || isJson()) {
                throw wrongUsage("--sql cannot be combined with --plan or --json");
            }
            OfflineScripts scripts = script.form(workspace().retort(List.of()).offline());
            printScript(writer.of(scripts, request));
            return ExitStatus.DONE;
        }
        Retort retort = connected(progress());
        RunResult result = run.of(retort, request);
        List<Finding> findings = retort.authoring().packedFindings(result);
        if (isJson()) {
            Map<String, @Nullable Object> answer = StepLines.json(result);
            answer.put("findings", FindingLines.json(findings));
            printJson(answer);
        } else {
            printAll(StepLines.of(result, isVerbose()));
            printAll(FindingLines.of(findings));
        }
        return ExitStatus.DONE;
    }

    private MigrationListener[] progress() {
        return isJson()
                ? new MigrationListener[0]
                : new MigrationListener[] {new Progress(out(), terminal(), () -> Duration.ofNanos(System.nanoTime()))};
    }

    private Terminal terminal() {
        return Terminal.ofProcess();
    }
}
