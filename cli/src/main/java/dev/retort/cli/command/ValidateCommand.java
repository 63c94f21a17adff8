/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.HoldLines;
import dev.retort.cli.output.ScriptDiff;
import dev.retort.status.Validation;
import dev.retort.status.ValidationFinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

@Command(
        name = "validate",
        description = {
            "Compare the scripts with the history of the database.",
            "Exit status 1 if a script was changed or is missing, a version row is unknown, a revision"
                    + " is partially applied, or a revision is applied without its ancestors."
        },
        footer = {"", "Example: validate"})
public final class ValidateCommand extends ReadingCommand {

    @Override
    public Integer call() {
        Validation validation = connected().validate();
        if (isJson()) {
            printJson(json(validation));
        } else {
            printAll(lines(validation));
        }
        return validation.isClean() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private static List<String> lines(Validation validation) {
        List<String> lines = new ArrayList<>();
        for (ValidationFinding finding : validation.findings()) {
            lines.add(line(finding));
            lines.addAll(ScriptDiff.of(finding));
        }
        if (validation.heads().size() > 1) {
            lines.add("Note: there are several heads, " + String.join(", ", validation.heads())
                    + "; `merge` merges them.");
        }
        lines.add(
                validation.isClean()
                        ? "Scripts and history agree; " + validation.compared()
                                + (validation.compared() == 1
                                        ? " applied revision was compared."
                                        : " applied revisions were compared.")
                        : "Found: " + validation.findings().size() + ".");
        lines.addAll(HoldLines.of(validation.hold()));
        return lines;
    }

    private static String line(ValidationFinding finding) {
        String revision = finding.revision();
        return switch (finding.kind()) {
            case CHANGED ->
                "Changed: " + revision + " (" + finding.source() + ") differs from the applied text"
                        + (finding.appliedText() == null ? "; the applied text is not in the database." : ":");
            case MISSING -> "Missing: " + revision + " is applied and has no script.";
            case UNKNOWN ->
                "Unknown: the database is at " + revision + ", which is neither in the scripts nor in the history.";
            case UNRUN ->
                "Not run: " + revision + (finding.source() == null ? "" : " (" + finding.source() + ")")
                        + " is not applied, but a revision that follows it is.";
            case OLD_HISTORY ->
                "Old history: " + revision + " in " + finding.source()
                        + ", since Retort adopted the database. If that is right, run: adopt --again.";
            case PARTIAL -> "Partial: the step of " + revision + " stopped between autocommit statements.";
        };
    }

    private static Map<String, @Nullable Object> json(Validation validation) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("clean", validation.isClean());
        answer.put("compared", validation.compared());
        answer.put("heads", validation.heads());
        answer.put("held", validation.hold() != null);
        answer.put("hold", HoldLines.json(validation.hold()));
        answer.put(
                "findings",
                validation.findings().stream().map(ValidateCommand::json).toList());
        return answer;
    }

    private static Map<String, @Nullable Object> json(ValidationFinding finding) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("kind", finding.kind().name().toLowerCase(Locale.ROOT));
        answer.put("revision", finding.revision());
        answer.put("path", finding.source());
        answer.put("appliedChecksum", finding.appliedChecksum());
        answer.put("checksum", finding.checksum());
        answer.put("diff", ScriptDiff.of(finding));
        return answer;
    }
}
