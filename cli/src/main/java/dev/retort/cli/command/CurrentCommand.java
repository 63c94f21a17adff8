/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.HoldLines;
import dev.retort.cli.output.RevisionLines;
import dev.retort.cli.output.ScriptGraph;
import dev.retort.graph.Revision;
import dev.retort.status.MigrationStatus;
import dev.retort.status.RevisionStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "current",
        description = "Show the current revisions of the database.",
        footer = {"", "Example: current --check-heads || upgrade head"})
public final class CurrentCommand extends ReadingCommand {

    @Option(
            names = {"-c", "--check-heads"},
            description = "Exit with status 1 if the database is not at all heads.")
    private boolean checkHeads;

    @Override
    public Integer call() {
        MigrationStatus status = connected().status();
        ScriptGraph scripts = scripts();
        List<Revision> current = scripts.revisions(scripts.graph().current(known(scripts, status)));
        List<RevisionStatus> others = status.revisions().stream()
                .filter(one -> status.current().contains(one.revision())
                        && !scripts.graph().contains(one.revision()))
                .toList();
        if (isJson()) {
            printJson(json(new RevisionLines(scripts, ids(current)).json(current), others, status));
        } else {
            show(new RevisionLines(scripts, List.of()), current, others);
        }
        if (status.current().isEmpty() && !isJson()) {
            err().line("The database is at base: no revision is applied.");
        }
        remark(status);
        boolean atHeads =
                scripts.graph().isAtHeads(status.current()) && status.pending().isEmpty();
        return checkHeads && !atHeads ? ExitStatus.FAILED : ExitStatus.DONE;
    }

    private static List<String> ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).toList();
    }

    private void show(RevisionLines lines, List<Revision> current, List<RevisionStatus> others) {
        if (isVerbose()) {
            print("Current revision(s) for " + workspace().describe() + ":");
        }
        current.forEach(revision -> printText(isVerbose() ? lines.entry(revision) : lines.marked(revision)));
        others.forEach(
                revision -> printText(isVerbose() ? RevisionLines.entry(revision) : RevisionLines.marked(revision)));
    }

    private static Map<String, @Nullable Object> json(
            List<Map<String, Object>> known, List<RevisionStatus> others, MigrationStatus status) {
        List<Map<String, Object>> revisions = new ArrayList<>(known);
        others.forEach(other -> revisions.add(RevisionLines.json(other)));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("revisions", revisions);
        answer.put("ahead", status.ahead());
        answer.put("held", status.held());
        answer.put("hold", HoldLines.json(status.hold()));
        return answer;
    }
}
