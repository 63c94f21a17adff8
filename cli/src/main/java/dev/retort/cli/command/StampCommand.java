/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.Retort;
import dev.retort.cli.options.PassedValues;
import dev.retort.internal.offline.OfflineScripts;
import dev.retort.run.RunRequest;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "stamp",
        description = "Set the current revisions of the database without running them.",
        footer = {"", "Example: stamp head"})
public final class StampCommand extends RunningCommand {

    @Parameters(
            paramLabel = "<revision>",
            arity = "1..*",
            description = "head, heads, base, an id, a label, ...; with --sql also <from>:<to>.")
    private List<String> revisions = List.of();

    @Option(names = "--purge", description = "Delete all version rows first, including those without a script.")
    private boolean purge;

    public StampCommand(PassedValues passed) {
        super(passed);
    }

    @Override
    public Integer call() {
        RunRequest request = request(String.join(",", revisions)).withPurge(purge);
        return run(request, Retort::stamp, OfflineScripts::stamp);
    }
}
