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
            "Tell the history what nobody but a person can know.",
            "--statement settles a statement that was begun outside a transaction and may or may not have taken"
                    + " effect, or has a revision that stopped in the middle run from its beginning: look at the database"
                    + " first; the step goes on with the next upgrade or downgrade.",
            "--accept takes scripts that were changed after they were applied for what was run: see `validate`."
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
            description = "The revision that stopped, or those whose script is accepted; all changed ones when none is"
                    + " named.")
    private List<String> revisions = List.of();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Decision decision;

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; the history keeps it. --accept needs it.")
    private @Nullable String reason;

    /** What is decided: one of the two. */
    private static final class Decision {

        @Option(
                names = "--statement",
                paramLabel = "done|again|restart",
                description =
                        "done: it took effect; again: it did not, run it again; restart: what the revision committed"
                                + " stays, run all of it again.")
        private RepairRequest.@Nullable Statement statement;

        @Option(names = "--accept", description = "What the changed scripts say now stands for what was run.")
        @SuppressWarnings("UnusedVariable") // Without a statement it is what was given.
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
            throw wrongUsage("--accept needs a --reason, for those who read the history");
        }
        for (ChangedScript script : connected().accept(new AcceptRequest(revisions, requester, reason))) {
            print("Revision " + script.revision() + ": the script " + script.source() + " counts as what was run.");
        }
    }

    private void settle(RepairRequest.Statement statement, Requester requester) {
        if (revisions.size() != 1) {
            throw wrongUsage("--statement needs the id of the one revision that stopped");
        }
        connected().repair(new RepairRequest(revisions.get(0), statement, requester, reason));
        String settled = switch (statement) {
            case DONE -> "the statement counts as done.";
            case AGAIN -> "the statement counts as not done, and runs again.";
            case RESTART -> "it runs again from its beginning; what it committed stays.";
        };
        print("Revision " + revisions.get(0) + ": " + settled);
    }
}
