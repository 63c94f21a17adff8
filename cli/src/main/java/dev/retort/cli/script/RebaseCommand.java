/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.script;

import dev.retort.cli.author.Rebase;
import dev.retort.cli.command.WritingCommand;
import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.RevisionLines;
import dev.retort.cli.output.ScriptGraph;
import dev.retort.error.RetortException;
import dev.retort.graph.Revision;
import dev.retort.internal.script.author.HeaderRewriter;
import dev.retort.status.MigrationStatus;
import dev.retort.status.RevisionState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rebase",
        description = {
            "Move a branch to another parent. Rewrites the header of the branch's first script.",
            "Refused if the database has applied the branch: an applied script must not change."
        },
        footer = {"", "Example: rebase 3f9c2a7b1d04 --onto 8e1f0c5a9b22"})
public final class RebaseCommand extends WritingCommand {

    @Parameters(paramLabel = "<revision>", description = "The head of the branch, or any revision in it.")
    private String revision = "";

    @Option(names = "--onto", paramLabel = "<revision>", description = "The new parent. Default: the other head.")
    private @Nullable String onto;

    @Option(names = "--offline", description = "Skip the check that the database has not applied the branch.")
    private boolean offline;

    @Override
    public Integer call() {
        ScriptGraph graph = sourceGraph();
        Revision moved = graph.graph().resolveOne(revision);
        Rebase rebase = Rebase.of(graph.graph(), moved, target(graph, moved));
        Path file = sources().file(graph.script(rebase.first()));
        rebase.check();
        if (!offline) {
            refuseWhenApplied(graph, rebase.first());
        }
        String text = new HeaderRewriter(sources().shown(file), read(file)).withParents(List.of(rebase.onto()));
        sources().replace(file, text);
        done("Rewriting " + sources().shown(file));
        if (!isJson()) {
            print("Revision " + rebase.first().id() + " follows " + rebase.onto() + " instead of "
                    + RevisionLines.parents(rebase.first()) + ".");
        }
        readBack(rebase.first().id());
        return ExitStatus.DONE;
    }

    private Revision target(ScriptGraph graph, Revision moved) {
        if (onto != null) {
            return graph.graph().resolveOne(onto);
        }
        List<String> others = new ArrayList<>(graph.graph().heads());
        others.removeIf(head -> graph.graph().lineage(head).contains(moved.id()));
        if (others.size() != 1) {
            throw new RetortException(
                    "The new parent of the branch of " + moved.id() + " is ambiguous.",
                    others.isEmpty()
                            ? "There is no other head."
                            : "The other heads are " + String.join(", ", others) + ".",
                    "Name a revision with --onto.");
        }
        return graph.graph().get(others.get(0));
    }

    private void refuseWhenApplied(ScriptGraph graph, Revision first) {
        MigrationStatus status = status();
        for (String row : status.current()) {
            if (!graph.graph().contains(row)) {
                throw new RetortException(
                        "Retort cannot determine whether the database has revision " + first.id() + ".",
                        "It is at " + row + ", whose script this build does not have.",
                        "Get the script of that revision, or pass --offline if no database has applied the"
                                + " branch.");
            }
        }
        boolean applied = graph.graph().appliedBy(status.current()).contains(first.id())
                && !status.pending().contains(first.id());
        if (applied || isBegun(status, first)) {
            throw new RetortException(
                    "Revision " + first.id() + " cannot be moved.",
                    "The database has applied it, or a part of it, and an applied script must not change.",
                    "Merge the heads with `merge`, or downgrade the branch first in every database where it is"
                            + " applied.");
        }
    }

    /** A partially applied revision has no version row yet. */
    private static boolean isBegun(MigrationStatus status, Revision first) {
        return status.revisions().stream()
                .anyMatch(one -> one.revision().equals(first.id()) && one.state() != RevisionState.PENDING);
    }

    private MigrationStatus status() {
        try {
            return connected().status();
        } catch (RetortException e) {
            throw new RetortException(
                    "Retort cannot determine whether the database has applied the branch.",
                    e.getMessage() == null ? "" : e.getMessage(),
                    "Or pass --offline to skip this check if no database has applied it.",
                    e);
        }
    }
}
