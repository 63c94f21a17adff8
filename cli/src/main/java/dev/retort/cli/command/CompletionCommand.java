/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.cli.output.ExitStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        description = {
            "Print a shell completion script.",
            "The script completes the command given by --name: an alias, a function or a wrapper of this program."
        },
        footer = {
            "",
            "Example: completion bash > ~/.local/share/bash-completion/completions/retort",
            "For zsh, add to .zshrc: source <(retort completion zsh)"
        })
public final class CompletionCommand extends DatabaseCommand {

    @Parameters(
            paramLabel = "bash|zsh",
            description = "The shell that loads the script. The script is the same for both.")
    @SuppressWarnings("UnusedVariable") // Refuses other shells; the script itself loads bashcompinit in zsh.
    private ShellKind shell = ShellKind.BASH;

    @Option(names = "--name", paramLabel = "<command>", description = "The name under which this program is started.")
    private @Nullable String name;

    /** The supported shells. */
    enum ShellKind {
        BASH,
        ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        printScript(
                AutoComplete.bash(name == null ? root().name() : name, root().commandLine()) + System.lineSeparator());
        return ExitStatus.DONE;
    }
}
