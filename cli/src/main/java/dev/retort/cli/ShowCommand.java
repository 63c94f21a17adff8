/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.graph.Revision;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Show revisions at length.",
        footer = {"", "Example: show head"})
final class ShowCommand extends ReadingCommand {

    @Parameters(
            paramLabel = "<revision>",
            description = "An id, its first characters, a label, head, heads, or current.")
    private String revision = "";

    @Override
    public Integer call() {
        boolean current = revision.equals("current");
        List<String> rows = current ? connected().status().current() : List.of();
        ScriptGraph scripts = scripts();
        List<Revision> found =
                current ? scripts.revisions(rows) : scripts.graph().resolveAll(revision);
        RevisionLines lines = new RevisionLines(scripts, List.of());
        if (isJson()) {
            printJson(lines.json(found));
        } else {
            found.forEach(one -> print(lines.entry(one)));
        }
        return CommandLineInterface.DONE;
    }
}
