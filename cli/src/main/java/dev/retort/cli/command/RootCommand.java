/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.cli.author.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The root that all commands are subcommands of: its options determine the workspace. */
public abstract class RootCommand {

    private @Nullable Workspace workspace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it.
    private boolean help;

    /**
     * Adds options to those of the annotations, before the commands inherit them.
     *
     * @param root the command specification that picocli built from this object
     */
    public void configure(CommandSpec root) {
        // Most roots declare all options by annotations.
    }

    /** {@return the workspace that the options determine, called once they are read} */
    protected abstract Workspace open();

    /** {@return the one workspace of the command} */
    final Workspace workspace() {
        if (workspace == null) {
            workspace = open();
        }
        return workspace;
    }
}
