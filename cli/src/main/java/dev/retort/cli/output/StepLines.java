/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import dev.retort.run.RunKind;
import dev.retort.run.RunResult;
import dev.retort.run.StepResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats steps and results of runs. */
public final class StepLines {

    private StepLines() {}

    /** {@return Alembic's line for a step, after a verb} */
    static String line(String verb, RunKind operation, String revision, List<String> downRevisions, String message) {
        String down = String.join(", ", downRevisions);
        String title = Printable.line(message);
        return operation == RunKind.DOWNGRADE
                ? verb + "downgrade " + revision + " -> " + down + ", " + title
                : verb + operation.text() + " " + down + " -> " + revision + ", " + title;
    }

    /** {@return the lines at the end of a run} */
    public static List<String> of(RunResult result, boolean verbose) {
        List<String> lines = new ArrayList<>();
        if (result.dryRun()) {
            result.steps().forEach(step -> addPlanned(lines, result.operation(), step, verbose));
        }
        lines.add(summary(result));
        if (result.held()) {
            lines.add("The database is held: starting services do not upgrade until `upgrade`, `stamp` or a build"
                    + " with a new head.");
        }
        lines.addAll(HoldLines.ended(result.released(), result.dryRun()));
        return lines;
    }

    private static void addPlanned(List<String> lines, RunKind operation, StepResult step, boolean verbose) {
        lines.add(line("Would run ", operation, step.revision(), step.downRevisions(), step.message()));
        if (verbose) {
            step.sql().forEach(sql -> lines.add("    " + sql.replace("\n", "\n    ")));
        }
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

    public static Map<String, @Nullable Object> json(RunResult result) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("operation", result.operation().text());
        answer.put("dryRun", result.dryRun());
        answer.put("before", result.before());
        answer.put("after", result.after());
        answer.put("steps", result.steps().stream().map(StepLines::json).toList());
        answer.put("held", result.held());
        answer.put("released", HoldLines.json(result.released()));
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
