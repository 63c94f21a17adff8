/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.graph.Revision;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "current",
        description = "Show the revisions that the database is at.",
        footer = {"", "Example: current --check-heads || upgrade head"})
final class CurrentCommand extends ReadingCommand {

    @Option(
            names = {"-c", "--check-heads"},
            description = "Exit with 1 unless the database is at all heads.")
    private boolean checkHeads;

    @Override
    public Integer call() {
        List<String> rows = connected().status().current();
        ScriptGraph scripts = scripts();
        List<Revision> current = scripts.revisions(scripts.graph().current(rows));
        if (isJson()) {
            List<String> ids = current.stream().map(Revision::id).toList();
            printJson(new RevisionLines(scripts, ids).json(current));
        } else {
            show(new RevisionLines(scripts, List.of()), current);
        }
        return checkHeads && !scripts.graph().isAtHeads(rows) ? CommandLineInterface.FAILED : CommandLineInterface.DONE;
    }

    private void show(RevisionLines lines, List<Revision> current) {
        if (isVerbose()) {
            print("Current revision(s) for " + workspace().describe() + ":");
        }
        current.forEach(revision -> print(isVerbose() ? lines.entry(revision) : lines.marked(revision)));
    }
}
