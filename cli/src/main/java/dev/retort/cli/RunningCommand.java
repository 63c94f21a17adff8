/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.Retort;
import dev.retort.migration.MigrationListener;
import dev.retort.migration.StepEvent;
import dev.retort.run.Requester;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import dev.retort.run.StepResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that takes the database somewhere else. */
abstract class RunningCommand extends ReadingCommand {

    @Option(names = "--plan", description = "Show what would run, and run nothing.")
    private boolean plan;

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; the history keeps it.")
    private @Nullable String reason;

    /** What the facade does with a request. */
    @FunctionalInterface
    interface Run {
        RunResult of(Retort retort, RunRequest request);
    }

    int run(String target, boolean release, Run run) {
        Retort retort = connected(new Progress(scripts()));
        Requester requester = Requester.operator(System.getProperty("user.name"));
        RunResult result = run.of(retort, new RunRequest(target, plan, release, requester, reason));
        if (isJson()) {
            printJson(json(result));
        } else {
            printAll(lines(result));
        }
        return CommandLineInterface.DONE;
    }

    /** Prints a line before each step, as Alembic does. */
    private final class Progress implements MigrationListener {

        private final ScriptGraph scripts;

        Progress(ScriptGraph scripts) {
            this.scripts = scripts;
        }

        @Override
        public void beforeStep(StepEvent step) {
            if (isJson() || step.attempt() > 1) {
                return;
            }
            // A revision that only the database has kept is none of these scripts.
            String parents = scripts.graph().contains(step.revision())
                    ? RevisionLines.parents(scripts.graph().get(step.revision()))
                    : "?";
            print(line("Running ", step.run().operation(), step.revision(), parents, step.message()));
        }
    }

    private static String line(String verb, String operation, String revision, String parents, String message) {
        return operation.equals("downgrade")
                ? verb + "downgrade " + revision + " -> " + (parents.equals("<base>") ? "" : parents) + ", " + message
                : verb + operation + " " + (parents.equals("<base>") ? "" : parents) + " -> " + revision + ", "
                        + message;
    }

    private List<String> lines(RunResult result) {
        List<String> lines = new ArrayList<>();
        if (result.dryRun()) {
            for (StepResult step : result.steps()) {
                String parents = step.downRevisions().isEmpty() ? "<base>" : String.join(", ", step.downRevisions());
                lines.add(line("Would run ", result.operation(), step.revision(), parents, step.message()));
                if (isVerbose()) {
                    step.sql().forEach(sql -> lines.add("    " + sql.replace("\n", "\n    ")));
                }
            }
        }
        lines.add(summary(result));
        if (result.held()) {
            lines.add("The database is held: starting services do not go up again until `upgrade --release`.");
        }
        return lines;
    }

    private static String summary(RunResult result) {
        String after = result.after().isEmpty() ? "base" : String.join(", ", result.after());
        if (result.before().equals(result.after())) {
            return "The database is at " + after + ": nothing to do.";
        }
        String before = result.before().isEmpty() ? "base" : String.join(", ", result.before());
        return (result.dryRun() ? "The database would go from " : "The database went from ") + before + " to " + after
                + (result.dryRun() ? "." : " in " + result.took().toMillis() + " ms.");
    }

    private static Map<String, Object> json(RunResult result) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("operation", result.operation());
        answer.put("dryRun", result.dryRun());
        answer.put("before", result.before());
        answer.put("after", result.after());
        answer.put("steps", result.steps().stream().map(RunningCommand::json).toList());
        answer.put("held", result.held());
        return answer;
    }

    private static Map<String, Object> json(StepResult step) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("revision", step.revision());
        answer.put("message", step.message());
        answer.put("durationMs", step.took().toMillis());
        answer.put("sql", step.sql());
        return answer;
    }
}
