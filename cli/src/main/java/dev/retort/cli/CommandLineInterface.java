/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.cli.author.Origin;
import dev.retort.cli.author.Workspace;
import dev.retort.cli.baseline.BaselineCommand;
import dev.retort.cli.command.AdoptCommand;
import dev.retort.cli.command.BranchesCommand;
import dev.retort.cli.command.CheckCommand;
import dev.retort.cli.command.CompletionCommand;
import dev.retort.cli.command.CurrentCommand;
import dev.retort.cli.command.DatabaseCommand;
import dev.retort.cli.command.DowngradeCommand;
import dev.retort.cli.command.EnsureVersionCommand;
import dev.retort.cli.command.GraphCommand;
import dev.retort.cli.command.HeadsCommand;
import dev.retort.cli.command.HistoryCommand;
import dev.retort.cli.command.LogCommand;
import dev.retort.cli.command.RepairCommand;
import dev.retort.cli.command.RootCommand;
import dev.retort.cli.command.ShowCommand;
import dev.retort.cli.command.StampCommand;
import dev.retort.cli.command.UpgradeCommand;
import dev.retort.cli.command.ValidateCommand;
import dev.retort.cli.imports.ImportCommand;
import dev.retort.cli.lint.LintCommand;
import dev.retort.cli.lint.SizesCommand;
import dev.retort.cli.options.PassedValues;
import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.Output;
import dev.retort.cli.output.Printable;
import dev.retort.cli.output.ProcessTexts;
import dev.retort.cli.script.EditCommand;
import dev.retort.cli.script.InitCommand;
import dev.retort.cli.script.ListTemplatesCommand;
import dev.retort.cli.script.MergeCommand;
import dev.retort.cli.script.RebaseCommand;
import dev.retort.cli.script.RevisionCommand;
import dev.retort.cli.squash.SquashCommand;
import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.statement.ServerAnswer;
import dev.retort.internal.jdbc.statement.SqlState;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses arguments, runs the command that they name, and reports errors in one form. */
public final class CommandLineInterface {

    private static final Set<String> HELP = Set.of("-h", "--help");

    private final RootCommand root;
    private final PrintWriter out;
    private final PrintWriter err;
    private final PassedValues passed = new PassedValues();
    private final Map<String, Supplier<DatabaseCommand>> commands;

    CommandLineInterface(RootCommand root, PrintWriter out, PrintWriter err, Origin origin) {
        this.root = root;
        this.out = out;
        this.err = err;
        this.commands = commands(origin, passed);
    }

    /**
     * Creates the commands of an application.
     *
     * @param workspaces the workspace of a database, by the name that {@code --database} has; by {@code null} without it
     * @param out standard output
     * @param err standard error
     */
    public static CommandLineInterface inApp(
            Function<@Nullable String, Workspace> workspaces, PrintWriter out, PrintWriter err) {
        return new CommandLineInterface(new InAppCommand(workspaces), out, err, Origin.system());
    }

    private static Map<String, Supplier<DatabaseCommand>> commands(Origin origin, PassedValues passed) {
        Map<String, Supplier<DatabaseCommand>> commands = new LinkedHashMap<>();
        commands.put("adopt", AdoptCommand::new);
        commands.put("baseline", () -> new BaselineCommand(origin));
        commands.put("branches", BranchesCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("completion", CompletionCommand::new);
        commands.put("current", CurrentCommand::new);
        commands.put("downgrade", () -> new DowngradeCommand(passed));
        commands.put("edit", EditCommand::new);
        commands.put("ensure_version", EnsureVersionCommand::new);
        commands.put("graph", GraphCommand::new);
        commands.put("heads", HeadsCommand::new);
        commands.put("history", HistoryCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("init", InitCommand::new);
        commands.put("lint", () -> new LintCommand(origin));
        commands.put("list_templates", ListTemplatesCommand::new);
        commands.put("log", LogCommand::new);
        commands.put("merge", () -> new MergeCommand(origin));
        commands.put("rebase", RebaseCommand::new);
        commands.put("repair", RepairCommand::new);
        commands.put("revision", () -> new RevisionCommand(origin));
        commands.put("show", ShowCommand::new);
        commands.put("sizes", SizesCommand::new);
        commands.put("squash", () -> new SquashCommand(origin));
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
        try {
            return written(execute(ProcessTexts.ofProcess().arguments(arguments)));
        } catch (RetortException e) {
            new Output(err).failure(String.valueOf(e.getMessage()), null);
            return written(CommandLine.ExitCode.USAGE);
        }
    }

    private int execute(String... arguments) {
        CommandLine commandLine = new CommandLine(root);
        root.configure(commandLine.getCommandSpec());
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
                .setParameterExceptionHandler(CommandLineInterface::wrongUsage)
                .setExecutionExceptionHandler(CommandLineInterface::failed)
                .execute(arguments);
    }

    /** Fails when output could not be written, to a full disk or to a closed pipe. */
    private int written(int status) {
        if (out.checkError()) {
            err.println("FAILED: The answer could not be written to standard output. The disk is full,"
                    + " or the program that reads the output has ended. The output is incomplete. The changes to"
                    + " the database are committed; `log` shows them.");
        }
        return out.checkError() || err.checkError() ? ExitStatus.FAILED : status;
    }

    /**
     * Reading the annotations of all commands takes longer than running one: only the commands that the arguments name
     * are read.
     */
    private Set<String> wanted(List<String> arguments) {
        Set<String> named = new LinkedHashSet<>(commands.keySet());
        named.retainAll(arguments);
        boolean aboutAll = named.isEmpty() || named.contains("completion") || HELP.contains(arguments.get(0));
        return aboutAll ? commands.keySet() : named;
    }

    private static int failed(Exception error, CommandLine command, CommandLine.ParseResult arguments) {
        boolean verbose = command.getCommand() instanceof DatabaseCommand given && given.isVerbose();
        new Output(command.getErr()).failure(message(error), verbose ? error : null);
        return ExitStatus.FAILED;
    }

    private static String message(Exception error) {
        if (error instanceof InvalidPathException) {
            return "The name of a file cannot be used: " + error.getMessage() + ". The encoding of the locale ("
                    + System.getProperty("sun.jnu.encoding")
                    + ") may lack its characters. Set LC_ALL=C.UTF-8 or another UTF-8 locale.";
        }
        return error instanceof RetortException ? error.getMessage() + serverSaid(error) : error.toString();
    }

    /** The fields of a server error beside its message, in psql's form. */
    private static String serverSaid(Exception error) {
        return SqlState.of(error)
                .map(ServerAnswer::of)
                .map(answer -> line("DETAIL", answer.detail())
                        + line("HINT", answer.hint())
                        + line("CONTEXT", answer.context()))
                .orElse("");
    }

    private static String line(String name, @Nullable String text) {
        return text == null ? "" : "\n" + name + ": " + text;
    }

    /** The message first, escaped because it contains arguments; the whole help would hide it. */
    private static int wrongUsage(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(Printable.text(String.valueOf(error.getMessage()))));
        if (!UnmatchedArgumentException.printSuggestions(error, err)) {
            printUsage(command, err);
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static void printUsage(CommandLine command, PrintWriter err) {
        if (command.getParent() == null) {
            command.usage(err, command.getColorScheme());
            return;
        }
        CommandLine.Help help = command.getHelp();
        err.print(help.synopsisHeading() + help.synopsis(help.synopsisHeadingLength()));
        Stream.of(command.getCommandSpec().usageMessage().footer())
                .filter(line -> line.startsWith("Example: "))
                .forEach(err::println);
        err.println("All options: " + command.getCommandSpec().qualifiedName() + " --help");
    }
}
