/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.run.RepairRequest;
import dev.retort.run.Requester;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "repair",
        description = {
            "Settle a statement that was begun outside a transaction and of which nobody knows whether it took effect.",
            "Look at the database first; the step goes on with the next upgrade or downgrade."
        },
        footer = {"", "Example: repair 3f9c2a7b1d04 --statement done --reason \"the value is there\""})
final class RepairCommand extends DatabaseCommand {

    @Parameters(paramLabel = "<revision>", description = "The id of the revision that stopped.")
    private String revision = "";

    @Option(
            names = "--statement",
            required = true,
            paramLabel = "done|again",
            description = "done: it took effect; again: it did not, run it again.")
    private RepairRequest.Statement statement = RepairRequest.Statement.DONE;

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; the history keeps it.")
    private @Nullable String reason;

    @Override
    public Integer call() {
        Requester requester = Requester.operator(System.getProperty("user.name"));
        connected().repair(new RepairRequest(revision, statement, requester, reason));
        print("Revision " + revision + ": the statement counts as "
                + (statement == RepairRequest.Statement.DONE ? "done." : "not done, and runs again."));
        return CommandLineInterface.DONE;
    }
}
