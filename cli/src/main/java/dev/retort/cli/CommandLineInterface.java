/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.error.RetortException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Parses arguments, runs the command that they name, and tells errors the same way for all of them. */
public final class CommandLineInterface {

    /** Done, or yes. */
    static final int DONE = 0;
    /** Failed, or no. */
    static final int FAILED = 1;

    private static final Set<String> HELP = Set.of("-h", "--help");

    private final Workspace root;
    private final PrintWriter out;
    private final PrintWriter err;
    private final PassedValues passed = new PassedValues();
    private final Map<String, Supplier<DatabaseCommand>> commands;

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
        this.root = root;
        this.out = out;
        this.err = err;
        this.commands = commands(origin, passed);
    }

    private static Map<String, Supplier<DatabaseCommand>> commands(Origin origin, PassedValues passed) {
        Map<String, Supplier<DatabaseCommand>> commands = new LinkedHashMap<>();
        commands.put("branches", BranchesCommand::new);
        commands.put("completion", CompletionCommand::new);
        commands.put("current", CurrentCommand::new);
        commands.put("downgrade", () -> new DowngradeCommand(passed));
        commands.put("edit", EditCommand::new);
        commands.put("ensure_version", EnsureVersionCommand::new);
        commands.put("graph", GraphCommand::new);
        commands.put("heads", HeadsCommand::new);
        commands.put("history", HistoryCommand::new);
        commands.put("init", InitCommand::new);
        commands.put("list_templates", ListTemplatesCommand::new);
        commands.put("log", LogCommand::new);
        commands.put("merge", () -> new MergeCommand(origin));
        commands.put("rebase", RebaseCommand::new);
        commands.put("repair", RepairCommand::new);
        commands.put("revision", () -> new RevisionCommand(origin));
        commands.put("show", ShowCommand::new);
        commands.put("stamp", () -> new StampCommand(passed));
        commands.put("upgrade", () -> new UpgradeCommand(passed));
        commands.put("validate", ValidateCommand::new);
        return commands;
    }

    /**
     * Runs a command.
     *
     * @param arguments the command with its options
     * @return 0 done or yes, 1 failed or no, 2 wrong usage
     */
    public int run(String... arguments) {
        CommandLine commandLine = new CommandLine(root);
        commandLine.getCommandSpec().addMixin("passed", CommandSpec.forAnnotatedObject(passed));
        for (String name : wanted(List.of(arguments))) {
            commandLine.addSubcommand(
                    name, Objects.requireNonNull(commands.get(name)).get());
        }
        return commandLine
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAllowSubcommandsAsOptionParameters(true)
                .setExecutionExceptionHandler(CommandLineInterface::failed)
                .execute(arguments);
    }

    /** Looking at all commands takes longer than running one: only those that are named are looked at, if any is. */
    private Set<String> wanted(List<String> arguments) {
        Set<String> named = new LinkedHashSet<>(commands.keySet());
        named.retainAll(arguments);
        boolean aboutAll = named.isEmpty() || named.contains("completion") || HELP.contains(arguments.get(0));
        return aboutAll ? commands.keySet() : named;
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
