/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.Retort;
import dev.retort.adoption.AdoptionRequest;
import dev.retort.adoption.AdoptionResult;
import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.ScriptGraph;
import dev.retort.error.RetortException;
import dev.retort.internal.script.ImportedFrom;
import dev.retort.internal.script.RevisionScript;
import dev.retort.run.RunRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "adopt",
        description = {
            "Adopt a database of another migration tool. Reads the applied revisions from the tool's history table.",
            "A startup does the same with retort.on-non-empty-schema=adopt."
        },
        footer = {"", "Example: adopt --dry-run"})
public final class AdoptCommand extends ReadingCommand {

    @Option(names = "--dry-run", description = "Show the result without changing the database.")
    private boolean dryRun;

    @Option(
            names = "--again",
            description = "Adopt an adopted database again, after the other tool has written to its history.")
    private boolean again;

    @Option(
            names = "--run",
            paramLabel = "<version>",
            split = ",",
            description = "Run a version that is not applied although newer ones are. Can be repeated.")
    private List<String> run = List.of();

    @Option(
            names = "--skip",
            paramLabel = "<version>",
            split = ",",
            description = "Record a version that is not applied as applied. Requires --reason.")
    private List<String> skip = List.of();

    @Option(
            names = "--accept-checksum",
            paramLabel = "<version>",
            split = ",",
            description = "Accept a version that was applied with another checksum. Requires --reason.")
    private List<String> accept = List.of();

    @Option(
            names = "--undo",
            description = "Return the database to the other tool: drop the guard and the version rows.")
    private boolean undo;

    @Option(
            names = "--downgrade",
            description = "With --undo: first downgrade the revisions that the other tool does not have.")
    private boolean downgrade;

    @Option(names = "--leave", description = "With --undo: keep the changes of those revisions.")
    private boolean leave;

    @Option(names = "--reason", paramLabel = "<text>", description = "The reason, recorded in the history.")
    private @Nullable String reason;

    @Override
    public Integer call() {
        checkOptions();
        AdoptionRequest request = AdoptionRequest.by(System.getProperty("user.name"))
                .withDryRun(dryRun)
                .withAgain(again)
                .withVersions(run, skip, accept)
                .withReason(reason);
        if (undo) {
            undo(request);
        } else {
            adopt(request);
        }
        return ExitStatus.DONE;
    }

    private void checkOptions() {
        boolean decides = !skip.isEmpty() || !accept.isEmpty();
        if (decides && (reason == null || reason.isBlank())) {
            throw wrongUsage("--skip and --accept-checksum require --reason");
        }
        if (!undo && (downgrade || leave)) {
            throw wrongUsage("--downgrade and --leave require --undo");
        }
        if (undo && (dryRun || again || decides || !run.isEmpty() || (downgrade && leave))) {
            throw wrongUsage("--undo can be combined only with --reason, --downgrade and --leave");
        }
    }

    private void adopt(AdoptionRequest request) {
        Retort retort = connected();
        AdoptionResult result = retort.adopt(request);
        List<String> pending = pending(retort, result);
        if (isJson()) {
            printJson(json(result, pending));
            return;
        }
        print((dryRun ? "Would adopt from " : "Adopted from ") + result.tool() + ", " + result.table());
        print("  version rows  " + (result.rows().isEmpty() ? "none" : String.join(", ", result.rows())));
        print("  recorded      " + result.adopted().size() + " migrations with their times and users");
        line("covered", result.covered());
        line(dryRun ? "runs with it" : "ran with it", result.ran());
        line("pending", pending);
        if (!dryRun) {
            print("  guard         "
                    + (result.guarded() ? "on " + result.table() : "none: the role may not create it"));
        }
        result.notes().forEach(note -> print("  note          " + note));
    }

    private void line(String name, List<String> revisions) {
        if (!revisions.isEmpty()) {
            print("  " + name + " ".repeat(14 - name.length()) + String.join(", ", revisions));
        }
    }

    private static List<String> pending(Retort retort, AdoptionResult result) {
        List<String> pending = new ArrayList<>();
        List<RevisionScript> scripts = retort.scripts();
        ScriptGraph graph = ScriptGraph.of(scripts);
        List<String> applied = result.rows().isEmpty()
                ? List.<String>of()
                : List.copyOf(graph.graph().appliedBy(result.rows()));
        graph.graph().inOrder().forEach(revision -> {
            if (!applied.contains(revision.id())) {
                pending.add(revision.id());
            }
        });
        return pending;
    }

    private static Map<String, Object> json(AdoptionResult result, List<String> pending) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("tool", result.tool());
        answer.put("table", result.table());
        answer.put("dryRun", result.dryRun());
        answer.put("rows", result.rows());
        answer.put("adopted", result.adopted());
        answer.put("covered", result.covered());
        answer.put("ran", result.ran());
        answer.put("pending", pending);
        answer.put("guarded", result.guarded());
        answer.put("notes", result.notes());
        return answer;
    }

    private void undo(AdoptionRequest request) {
        Retort retort = connected();
        if (downgrade) {
            retort.downgrade(RunRequest.by(System.getProperty("user.name"), lastImported(retort))
                    .withReason(reason));
        }
        List<String> left = retort.undoAdoption(request, leave);
        if (isJson()) {
            printJson(Map.of("left", left));
            return;
        }
        print("Returned the database to the other tool.");
        line("left", left);
    }

    /** {@return the newest imported revision that is applied, to which a downgrade leads} */
    private static String lastImported(Retort retort) {
        List<String> current = retort.status().current();
        ScriptGraph graph = ScriptGraph.of(retort.scripts());
        List<String> imported = graph.graph().inOrder().stream()
                .map(revision -> revision.id())
                .filter(graph.graph().appliedBy(current)::contains)
                .filter(id ->
                        !ImportedFrom.of(graph.script(graph.graph().get(id))).isEmpty())
                .toList();
        if (imported.isEmpty()) {
            throw new RetortException(
                    "There is no imported revision to downgrade to.",
                    "No imported revision is applied.",
                    "`current` shows the current revisions.");
        }
        return imported.get(imported.size() - 1);
    }
}
