/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.error.RetortException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** Parses arguments, runs the command that they name, and tells errors the same way for all of them. */
public final class CommandLineInterface {

    /** Done, or yes. */
    static final int DONE = 0;
    /** Failed, or no. */
    static final int FAILED = 1;

    private final CommandLine commandLine;

    /**
     * Creates a command line.
     *
     * @param root the root command, a {@link Workspace} at the same time
     * @param out gets the answers
     * @param err gets errors
     */
    public CommandLineInterface(Workspace root, PrintWriter out, PrintWriter err) {
        this(root, out, err, Origin.system());
    }

    CommandLineInterface(Workspace root, PrintWriter out, PrintWriter err, Origin origin) {
        commandLine = new CommandLine(root);
        PassedValues passed = new PassedValues();
        commandLine.getCommandSpec().addMixin("passed", CommandLine.Model.CommandSpec.forAnnotatedObject(passed));
        for (DatabaseCommand command : commands(origin, passed)) {
            commandLine.addSubcommand(command);
        }
        commandLine
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(CommandLineInterface::failed);
    }

    private static List<DatabaseCommand> commands(Origin origin, PassedValues passed) {
        return List.of(
                new BranchesCommand(),
                new CompletionCommand(),
                new CurrentCommand(),
                new DowngradeCommand(passed),
                new EditCommand(),
                new EnsureVersionCommand(),
                new GraphCommand(),
                new HeadsCommand(),
                new HistoryCommand(),
                new InitCommand(),
                new ListTemplatesCommand(),
                new LogCommand(),
                new MergeCommand(origin),
                new RebaseCommand(),
                new RepairCommand(),
                new RevisionCommand(origin),
                new ShowCommand(),
                new StampCommand(passed),
                new UpgradeCommand(passed),
                new ValidateCommand());
    }

    /**
     * Runs a command.
     *
     * @param arguments the command with its options
     * @return 0 done or yes, 1 failed or no, 2 wrong usage
     */
    public int run(String... arguments) {
        return commandLine.execute(arguments);
    }

    private static int failed(Exception error, CommandLine command, CommandLine.ParseResult arguments) {
        PrintWriter err = command.getErr();
        err.println("FAILED: " + (error instanceof RetortException ? error.getMessage() : error.toString()));
        if (command.getCommand() instanceof DatabaseCommand given && given.isVerbose()) {
            error.printStackTrace(err);
        }
        err.flush();
        return FAILED;
    }
}
