/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.RevisionLines;
import dev.retort.cli.output.ScriptGraph;
import dev.retort.graph.Revision;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Show the details of revisions.",
        footer = {"", "Example: show head"})
public final class ShowCommand extends ReadingCommand {

    private static final String CURRENT = "current";

    @Parameters(
            paramLabel = "<revision>",
            arity = "1..*",
            description = "An id or unique prefix, a label, head, heads, or current.")
    private List<String> revisions = List.of();

    @Override
    public Integer call() {
        List<String> rows = revisions.contains(CURRENT) ? connected().status().current() : List.of();
        ScriptGraph scripts = scripts();
        Set<Revision> found = new LinkedHashSet<>();
        for (String revision : revisions) {
            found.addAll(
                    revision.equals(CURRENT)
                            ? scripts.revisions(rows)
                            : scripts.graph().resolveAll(revision));
        }
        RevisionLines lines = new RevisionLines(scripts, isJson() ? rows : List.of());
        if (isJson()) {
            printJson(lines.json(List.copyOf(found)));
        } else {
            found.forEach(one -> printText(lines.entry(one)));
        }
        return ExitStatus.DONE;
    }
}
