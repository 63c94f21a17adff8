/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.author;

import dev.retort.cli.output.Output;
import dev.retort.cli.output.Printable;
import dev.retort.error.RetortException;
import dev.retort.internal.script.author.WorkspaceScripts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The commands that are run on each new script, such as a formatter. */
public final class PostWriteHooks {

    private final List<ExternalCommand> commands;
    private final WorkspaceScripts sources;

    /**
     * Reads the commands; runs none.
     *
     * @param sources whose settings have them
     * @throws RetortException when one cannot be used
     */
    public PostWriteHooks(WorkspaceScripts sources) {
        this.sources = sources;
        this.commands = sources.settings().postWriteHooks().stream()
                .map(text -> ExternalCommand.parse("retort.post-write-hooks", text))
                .toList();
    }

    /**
     * Runs them on a file, until one fails.
     *
     * @param file the file
     * @param done is told of each that has run
     * @param log gets what they write
     */
    public void run(Path file, Consumer<String> done, Output log) {
        for (ExternalCommand command : commands) {
            ExternalCommand.Result result = command.on(file).captured(sources.workingDirectory());
            log.asIs(Printable.text(result.output()));
            log.flush();
            if (result.status() != 0) {
                throw new RetortException(
                        "The post-write hook \"" + command.text() + "\" ended with status " + result.status() + ".",
                        "The script " + sources.shown(file) + " is written, and stays.",
                        "Look at it, and mend the hook or retort.post-write-hooks.");
            }
            done.accept("Running post-write hook \"" + command.text() + "\"");
        }
    }
}
