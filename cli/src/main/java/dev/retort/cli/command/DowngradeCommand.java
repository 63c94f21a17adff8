/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.Retort;
import dev.retort.cli.options.PassedValues;
import dev.retort.internal.offline.OfflineScripts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "downgrade",
        description = {
            "Downgrade the database to an earlier revision.",
            "Services that start afterwards do not upgrade until `upgrade`, `stamp` or a build with a new head."
        },
        footer = {"", "Example: downgrade -1"})
public final class DowngradeCommand extends RunningCommand {

    @Parameters(paramLabel = "<revision>", description = "An id, -1, base, <label>@base, ...; with --sql <from>:<to>.")
    private String revision = "";

    public DowngradeCommand(PassedValues passed) {
        super(passed);
    }

    @Override
    public Integer call() {
        return run(request(revision), Retort::downgrade, OfflineScripts::downgrade);
    }
}
