/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.author;

import dev.retort.error.RetortException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The editor that VISUAL or EDITOR names. */
public final class Editor {

    private static final List<String> VARIABLES = List.of("VISUAL", "EDITOR");

    private final ExternalCommand command;
    private final Path directory;

    private Editor(ExternalCommand command, Path directory) {
        this.command = command;
        this.directory = directory;
    }

    /**
     * Finds the editor.
     *
     * @param environment the variables of the process
     * @param directory where it is started
     * @throws RetortException when neither variable is set
     */
    public static Editor of(Map<String, String> environment, Path directory) {
        for (String variable : VARIABLES) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isBlank()) {
                return new Editor(ExternalCommand.parse(variable, value), directory);
            }
        }
        throw new RetortException(
                "No editor is configured.",
                "Neither VISUAL nor EDITOR is set.",
                "Set one of them, for instance EDITOR=vim or VISUAL=\"code --wait\".");
    }

    /** Opens a file and waits until the editor is closed. */
    public void open(Path file) {
        int status = command.on(file).inTerminal(directory);
        if (status != 0) {
            throw new RetortException(
                    "The editor \"" + command.text() + "\" ended with status " + status + ".",
                    "",
                    "Check " + file + "; it may be incomplete.");
        }
    }
}
