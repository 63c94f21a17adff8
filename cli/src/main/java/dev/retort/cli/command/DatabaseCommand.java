/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.Retort;
import dev.retort.cli.author.Workspace;
import dev.retort.cli.output.JsonAnswer;
import dev.retort.cli.output.Output;
import dev.retort.cli.output.RunRemarks;
import dev.retort.cli.output.ScriptGraph;
import dev.retort.event.MigrationListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Base of all commands: the workspace, the output, and the common options. */
public abstract class DatabaseCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print more details; for an error, the stack trace.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it.
    private boolean help;

    public boolean isVerbose() {
        return verbose;
    }

    /** {@return what the command works on} */
    protected Workspace workspace() {
        return parent.workspace();
    }

    protected ScriptGraph scripts() {
        return ScriptGraph.of(workspace().scripts());
    }

    /** {@return the facade, after a connection succeeded} */
    protected Retort connected(MigrationListener... listeners) {
        List<MigrationListener> all = new ArrayList<>(List.of(listeners));
        all.add(new RunRemarks(err()));
        Retort retort = workspace().retort(all);
        workspace().checkConnection();
        return retort;
    }

    protected Output out() {
        return new Output(spec.commandLine().getOut());
    }

    /** {@return where remarks and errors are printed} */
    protected Output err() {
        return new Output(spec.commandLine().getErr());
    }

    protected CommandSpec root() {
        return spec.root();
    }

    /** Prints one line. */
    protected void print(String line) {
        out().line(line);
    }

    /** Prints lines. */
    protected void printText(String text) {
        out().text(text);
    }

    /** Prints a script unchanged: literals and line ends are part of it. */
    protected void printScript(String script) {
        out().asIs(script);
        out().flush();
    }

    /** {@return the error of options that exclude each other} */
    protected ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    protected void printAll(List<String> lines) {
        lines.forEach(this::printText);
    }

    /** Prints maps, lists and scalar values as JSON. */
    protected void printJson(Object answer) {
        printText(JsonAnswer.text(answer));
    }
}
