/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.script;

import dev.retort.cli.author.Origin;
import dev.retort.cli.author.PostWriteHooks;
import dev.retort.cli.author.RevisionMaker;
import dev.retort.cli.command.WritingCommand;
import dev.retort.cli.options.NewRevisionOptions;
import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.ScriptGraph;
import dev.retort.error.RetortException;
import dev.retort.graph.NewRevision;
import dev.retort.internal.script.author.NewScript;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "merge",
        description = "Write a revision that merges several. The revision has no statements. Does not connect to"
                + " the database.",
        footer = {"", "Example: merge heads -m \"merge billing and orders\""})
public final class MergeCommand extends WritingCommand {

    private final Origin origin;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private NewRevisionOptions options;

    @Parameters(paramLabel = "<revision>", arity = "1..*", description = "The revisions to merge, or heads.")
    private List<String> revisions = List.of();

    public MergeCommand(Origin origin) {
        this.origin = origin;
    }

    @Override
    public Integer call() {
        PostWriteHooks hooks = new PostWriteHooks(sources());
        ScriptGraph graph = wholeGraph();
        NewRevision place = graph.graph().newRevision(revisions, options.isSplice(), List.of());
        check(graph, place.downRevisions());
        RevisionMaker maker = new RevisionMaker(sources(), graph, origin);
        NewScript script = maker.script(place, options, RevisionMaker.Sections.empty());
        Path file = maker.write(script, null);
        done("Generating " + sources().shown(file));
        hooks.run(file, this::done, err());
        readBack(script.revision().id());
        return ExitStatus.DONE;
    }

    private void check(ScriptGraph graph, List<String> parents) {
        if (parents.size() < 2) {
            throw new RetortException(
                    "There is nothing to merge.",
                    String.join(" ", revisions) + " names "
                            + (parents.isEmpty() ? "no revision." : "one revision, " + parents.get(0) + "."),
                    "Name two revisions, or `heads` where there are several.");
        }
        for (String upper : parents) {
            for (String lower : parents) {
                if (!upper.equals(lower) && graph.graph().lineage(upper).contains(lower)) {
                    throw new RetortException(
                            "Revisions " + upper + " and " + lower + " cannot be merged.",
                            upper + " is a descendant of " + lower + " already.",
                            "Name revisions of different branches; `graph` shows them.");
                }
            }
        }
    }
}
