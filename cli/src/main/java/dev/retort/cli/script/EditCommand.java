/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.script;

import dev.retort.cli.author.Editor;
import dev.retort.cli.command.WritingCommand;
import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.ScriptGraph;
import dev.retort.graph.Revision;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "edit",
        description = {
            "Open scripts in the editor that VISUAL or EDITOR names.",
            "Do not edit a revision that a database has applied: write a new one."
        },
        footer = {"", "Example: edit head"})
public final class EditCommand extends WritingCommand {

    @Parameters(paramLabel = "<revision>", description = "An id or unique prefix, a label, head, heads, or current.")
    private String revision = "";

    @Override
    public Integer call() {
        Editor editor = editor();
        boolean current = revision.equals("current");
        List<String> rows = current ? connected().status().current() : List.of();
        ScriptGraph graph = sourceGraph();
        List<Revision> found = current ? graph.revisions(rows) : graph.graph().resolveAll(revision);
        List<Path> files =
                found.stream().map(one -> sources().file(graph.script(one))).toList();
        files.forEach(editor::open);
        sourceGraph();
        return ExitStatus.DONE;
    }
}
