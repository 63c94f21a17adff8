/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.Printable;
import dev.retort.cli.output.RevisionLines;
import dev.retort.cli.output.ScriptGraph;
import dev.retort.graph.Revision;
import dev.retort.graph.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;

@Command(
        name = "branches",
        description = "Show the branch points of the scripts. Does not connect to the database.",
        footer = {"", "Example: branches"})
public final class BranchesCommand extends ReadingCommand {

    @Override
    public Integer call() {
        ScriptGraph scripts = listed();
        RevisionLines lines = new RevisionLines(scripts, List.of());
        List<Revision> points = points(scripts);
        if (isJson()) {
            printJson(json(scripts, lines, points));
        } else {
            points.forEach(point -> printText(text(scripts, lines, point)));
        }
        return ExitStatus.DONE;
    }

    private static List<Revision> points(ScriptGraph scripts) {
        Set<String> branchPoints = new HashSet<>(scripts.graph().branchPoints());
        List<Revision> points = new ArrayList<>(scripts.graph().history(List.of(), Target.parse("base:heads")));
        points.removeIf(revision -> !branchPoints.contains(revision.id()));
        return points;
    }

    private String text(ScriptGraph scripts, RevisionLines lines, Revision point) {
        StringBuilder text = new StringBuilder(isVerbose() ? lines.entry(point) : lines.branch(point)).append('\n');
        String margin = " ".repeat(point.id().length());
        for (Revision child : scripts.revisions(scripts.graph().children(point.id()))) {
            String message =
                    isVerbose() ? ", " + Printable.line(scripts.script(child).message()) : "";
            text.append(margin)
                    .append(" -> ")
                    .append(lines.branch(child))
                    .append(message)
                    .append('\n');
        }
        return text.toString();
    }

    private static List<Map<String, Object>> json(ScriptGraph scripts, RevisionLines lines, List<Revision> points) {
        List<Map<String, Object>> answer = new ArrayList<>();
        for (Revision point : points) {
            Map<String, Object> entry = new LinkedHashMap<>(lines.json(point));
            entry.put("branchesInto", scripts.graph().children(point.id()));
            answer.add(entry);
        }
        return answer;
    }
}
