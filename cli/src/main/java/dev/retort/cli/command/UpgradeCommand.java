/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.Retort;
import dev.retort.cli.options.PassedValues;
import dev.retort.internal.offline.OfflineScripts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "upgrade",
        description = "Upgrade the database to a revision.",
        footer = {"", "Example: upgrade head"})
public final class UpgradeCommand extends RunningCommand {

    @Parameters(
            paramLabel = "<revision>",
            description = "head, heads, an id, a label, +1, ...; with --sql also <from>:<to>.")
    private String revision = "";

    @Option(
            names = "--respect-hold",
            description = "Exit with status 1 while the hold of a downgrade is in force, for pipelines. Without it"
                    + " the upgrade ends the hold.")
    private boolean respectHold;

    public UpgradeCommand(PassedValues passed) {
        super(passed);
    }

    @Override
    public Integer call() {
        return run(request(revision).withRespectHold(respectHold), Retort::upgrade, OfflineScripts::upgrade);
    }
}
