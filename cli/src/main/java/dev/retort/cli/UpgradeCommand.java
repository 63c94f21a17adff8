/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.Retort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "upgrade",
        description = "Bring the database up to a revision.",
        footer = {"", "Example: upgrade head"})
final class UpgradeCommand extends RunningCommand {

    @Parameters(paramLabel = "<revision>", description = "head, heads, an id, a label, +1, ...")
    private String revision = "";

    @Option(names = "--release", description = "End the hold that a downgrade left.")
    private boolean release;

    @Override
    public Integer call() {
        return run(revision, release, Retort::upgrade);
    }
}
