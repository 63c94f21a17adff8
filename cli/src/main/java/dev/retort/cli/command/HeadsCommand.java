/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.RevisionLines;
import dev.retort.cli.output.ScriptGraph;
import dev.retort.graph.Revision;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "heads",
        description = "Show the heads of the scripts. Does not connect to the database.",
        footer = {"", "Example: heads -v"})
public final class HeadsCommand extends ReadingCommand {

    @Option(names = "--resolve-dependencies", description = "Omit heads that another revision depends on.")
    private boolean resolveDependencies;

    @Override
    public Integer call() {
        ScriptGraph scripts = listed();
        RevisionLines lines = new RevisionLines(scripts, List.of());
        List<Revision> heads = scripts.revisions(
                resolveDependencies
                        ? scripts.graph().effectiveHeads()
                        : scripts.graph().heads());
        if (isJson()) {
            printJson(lines.json(heads));
        } else {
            heads.forEach(revision -> printText(isVerbose() ? lines.entry(revision) : lines.head(revision)));
        }
        return ExitStatus.DONE;
    }
}
