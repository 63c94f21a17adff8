/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.cli.author.Workspace;
import dev.retort.cli.command.RootCommand;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of the in-app commands: the application determines the databases, and an option which of them. */
@Command(
        name = "migrations",
        description = "Migrates the databases of this application.",
        synopsisSubcommandLabel = "<command>",
        footer = {
            "",
            "Write options of the application, such as --spring.profiles.active=..., before the word migrations.",
            "Exit status: 0 success or yes, 1 failure or no, 2 wrong usage."
        })
final class InAppCommand extends RootCommand {

    private final Function<@Nullable String, Workspace> workspaces;

    @Option(
            names = "--database",
            scope = ScopeType.INHERIT,
            paramLabel = "<name>",
            description = "The name of the database under retort.databases, if there are several.")
    private @Nullable String database;

    InAppCommand(Function<@Nullable String, Workspace> workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    protected Workspace open() {
        return workspaces.apply(database);
    }
}
