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
            "Create the version table and Retort's other tables if they do not exist.",
            "The database is then at base: the next upgrade runs all revisions."
        },
        footer = {"", "Example: ensure_version"})
public final class EnsureVersionCommand extends DatabaseCommand {

    @Option(
            names = "--sql",
            description = "Print a psql script instead of running it. Does not connect to the database.")
    private boolean sql;

    @Option(
            names = "--plain",
            description = "With --sql: print plain SQL for any client. The script is safe if the client continues"
                    + " after errors.")
    private boolean plain;

    @Override
    public Integer call() {
        if (sql) {
            OfflineScripts scripts = workspace().retort(List.of()).offline();
            printScript((plain ? scripts.plain() : scripts).ensureVersion());
        } else if (plain) {
            throw wrongUsage("--plain requires --sql");
        } else {
            connected().ensureVersion();
        }
        return ExitStatus.DONE;
    }
}
