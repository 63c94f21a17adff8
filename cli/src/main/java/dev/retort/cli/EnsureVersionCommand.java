/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import picocli.CommandLine.Command;

@Command(
        name = "ensure_version",
        description = {
            "Make the version table and Retort's own tables where they are missing.",
            "This adopts a schema at its base: the next upgrade runs everything."
        },
        footer = {"", "Example: ensure_version"})
final class EnsureVersionCommand extends DatabaseCommand {

    @Override
    public Integer call() {
        connected().ensureVersion();
        return CommandLineInterface.DONE;
    }
}
