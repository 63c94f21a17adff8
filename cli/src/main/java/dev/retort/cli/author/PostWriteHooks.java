/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.author;

import dev.retort.cli.output.Output;
import dev.retort.cli.output.Printable;
import dev.retort.error.RetortException;
import dev.retort.internal.script.author.WorkspaceScripts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The commands that Retort runs on each new script, such as a formatter. */
public final class PostWriteHooks {

    private final List<ExternalCommand> commands;
    private final WorkspaceScripts sources;

    /**
     * Reads the commands; runs none.
     *
     * @param sources the scripts, whose settings contain the commands
     * @throws RetortException when a command is malformed
     */
    public PostWriteHooks(WorkspaceScripts sources) {
        this.sources = sources;
        this.commands = sources.settings().postWriteHooks().stream()
                .map(text -> ExternalCommand.parse("retort.post-write-hooks", text))
                .toList();
    }

    /**
     * Runs them on a file; stops at the first that fails.
     *
     * @param file the file
     * @param done called after each hook
     * @param log receives their output
     */
    public void run(Path file, Consumer<String> done, Output log) {
        for (ExternalCommand command : commands) {
            ExternalCommand.Result result = command.on(file).captured(sources.workingDirectory());
            log.asIs(Printable.text(result.output()));
            log.flush();
            if (result.status() != 0) {
                throw new RetortException(
                        "The post-write hook \"" + command.text() + "\" ended with status " + result.status() + ".",
                        "The script " + sources.shown(file) + " was written and is kept.",
                        "Check the script, and fix the hook or retort.post-write-hooks.");
            }
            done.accept("Running post-write hook \"" + command.text() + "\"");
        }
    }
}
