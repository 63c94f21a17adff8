/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.cli.output.ExitStatus;
import dev.retort.run.AcceptRequest;
import dev.retort.run.ChangedScript;
import dev.retort.run.RepairRequest;
import dev.retort.run.Requester;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "repair",
        description = {
            "Resolve an interrupted or changed revision manually.",
            "--statement records the result of an autocommit statement that was interrupted, or"
                    + " restarts a revision that stopped between statements. Check the database first. The next"
                    + " upgrade or downgrade continues the step.",
            "--accept records the current text of scripts that changed after they were applied: see `validate`."
        },
        footer = {
            "",
            "Example: repair 3f9c2a7b1d04 --statement done --reason \"the value is there\"",
            "Example: repair --accept --reason \"comments only\""
        })
public final class RepairCommand extends DatabaseCommand {

    @Parameters(
            paramLabel = "<revision>",
            arity = "0..*",
            description = "The interrupted revision, or the revisions to accept. Default with --accept: all that"
                    + " changed, if none is"
                    + " named.")
    private List<String> revisions = List.of();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Decision decision;

    @Option(
            names = "--reason",
            paramLabel = "<text>",
            description = "The reason, recorded in the history. Required with --accept.")
    private @Nullable String reason;

    /** Exactly one of the two. */
    private static final class Decision {

        @Option(
                names = "--statement",
                paramLabel = "done|again|restart",
                description = "done: the statement took effect; again: it did not, run it again; restart: run the whole"
                        + " revision again, its committed statements included.")
        private RepairRequest.@Nullable Statement statement;

        @Option(names = "--accept", description = "Record the current text of the changed scripts as applied.")
        @SuppressWarnings("UnusedVariable") // Given without --statement.
        private boolean accept;
    }

    @Override
    public Integer call() {
        Requester requester = Requester.operator(System.getProperty("user.name"));
        RepairRequest.Statement statement = decision.statement;
        if (statement == null) {
            accept(requester);
        } else {
            settle(statement, requester);
        }
        return ExitStatus.DONE;
    }

    private void accept(Requester requester) {
        if (reason == null) {
            throw wrongUsage("--accept requires --reason");
        }
        for (ChangedScript script : connected().accept(new AcceptRequest(revisions, requester, reason))) {
            print("Revision " + script.revision() + ": the script " + script.source() + " is recorded as applied.");
        }
    }

    private void settle(RepairRequest.Statement statement, Requester requester) {
        if (revisions.size() != 1) {
            throw wrongUsage("--statement requires the id of the interrupted revision");
        }
        connected().repair(new RepairRequest(revisions.get(0), statement, requester, reason));
        String settled = switch (statement) {
            case DONE -> "the statement is recorded as done.";
            case AGAIN -> "the statement is recorded as not done and runs again.";
            case RESTART -> "it runs again from its first statement; committed statements are not undone.";
        };
        print("Revision " + revisions.get(0) + ": " + settled);
    }
}
