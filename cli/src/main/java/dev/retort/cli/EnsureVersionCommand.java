/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "ensure_version",
        description = {
            "Make the version table and Retort's own tables where they are missing.",
            "This adopts a schema at its base: the next upgrade runs everything."
        },
        footer = {"", "Example: ensure_version"})
final class EnsureVersionCommand extends DatabaseCommand {

    @Option(names = "--sql", description = "Print a script for psql instead; asks no database.")
    private boolean sql;

    @Override
    public Integer call() {
        if (sql) {
            printScript(workspace().retort(List.of()).offline().ensureVersion());
        } else {
            connected().ensureVersion();
        }
        return CommandLineInterface.DONE;
    }
}
