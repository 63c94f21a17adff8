/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.options;

import dev.retort.internal.offline.OfflineScripts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options with which a command prints a script of its run instead. */
public final class ScriptOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--sql",
            description = "Print a psql script instead of running it. Does not connect to the database.")
    private boolean sql;

    @Option(
            names = "--plain",
            description = "With --sql: print plain SQL for any client. The script is safe if the client continues"
                    + " after errors.")
    private boolean plain;

    /** {@return whether a script is to be printed} */
    public boolean isWanted() {
        if (plain && !sql) {
            throw new ParameterException(command.commandLine(), "--plain requires --sql");
        }
        return sql;
    }

    /**
     * {@return what writes the script in the form of the options}
     *
     * @param scripts writes scripts for psql
     */
    public OfflineScripts form(OfflineScripts scripts) {
        return plain ? scripts.plain() : scripts;
    }
}
