/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.cli.options.ScriptOptions;
import dev.retort.cli.output.ExitStatus;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "ensure_version",
        description = {
            "Create the version table and Retort's other tables if they do not exist.",
            "The database is then at base: the next upgrade runs all revisions."
        },
        footer = {"", "Example: ensure_version"})
public final class EnsureVersionCommand extends DatabaseCommand {

    @Mixin
    private ScriptOptions script = new ScriptOptions();

    @Override
    public Integer call() {
        if (script.isWanted()) {
            printScript(script.form(workspace().retort(List.of()).offline()).ensureVersion());
        } else {
            connected().ensureVersion();
        }
        return ExitStatus.DONE;
    }
}
