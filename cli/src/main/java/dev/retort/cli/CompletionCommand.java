/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        description = {
            "Print a script that completes commands and options in a shell.",
            "It completes for a command of the name that is given: an alias, a function or a wrapper of this program."
        },
        footer = {"", "Example: completion bash > ~/.local/share/bash-completion/completions/retort"})
final class CompletionCommand extends DatabaseCommand {

    @Parameters(paramLabel = "bash|zsh", description = "The shell.")
    private ShellKind shell = ShellKind.BASH;

    @Option(names = "--name", paramLabel = "<command>", description = "What is typed to start this program.")
    private @Nullable String name;

    /** The shells that are known. */
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
        String command = name == null ? root().name() : name;
        String script = AutoComplete.bash(command, root().commandLine());
        print(shell == ShellKind.ZSH ? forZsh(command, script) : script);
        return CommandLineInterface.DONE;
    }

    /** The script itself loads bashcompinit in zsh; a completion function that zsh loads by its name wants this line. */
    private static String forZsh(String command, String script) {
        return "#compdef " + command + "\n" + script;
    }
}
