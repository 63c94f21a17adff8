/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.cli.output.ExitStatus;
import dev.retort.internal.offline.OfflineScripts;
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
public final class EnsureVersionCommand extends DatabaseCommand {

    @Option(names = "--sql", description = "Print a script for psql instead; asks no database.")
    private boolean sql;

    @Option(
            names = "--plain",
            description = "With --sql: plain SQL for any client, safe where it goes on after an error.")
    private boolean plain;

    @Override
    public Integer call() {
        if (sql) {
            OfflineScripts scripts = workspace().retort(List.of()).offline();
            printScript((plain ? scripts.plain() : scripts).ensureVersion());
        } else if (plain) {
            throw wrongUsage("--plain says how a script is written: give --sql too");
        } else {
            connected().ensureVersion();
        }
        return ExitStatus.DONE;
    }
}
