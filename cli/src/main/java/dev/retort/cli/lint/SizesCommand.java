/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.cli.command.DatabaseCommand;
import dev.retort.cli.output.ExitStatus;
import dev.retort.error.RetortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "sizes",
        description = {
            "Write the sizes of the tables and indexes of the database as JSON.",
            "lint --sizes reads the file if it cannot connect to the database."
        },
        footer = {"", "Example: sizes -o sizes.json"})
public final class SizesCommand extends DatabaseCommand {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "<file>",
            description = "Write to this file instead of standard output.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        String text = SizesFile.write(connected().authoring().sizes());
        if (file == null) {
            printText(text);
            return ExitStatus.DONE;
        }
        try {
            Files.writeString(file, text + "\n");
            return ExitStatus.DONE;
        } catch (IOException e) {
            throw new RetortException(
                    "The sizes could not be written to " + file + ".", e + ".", "Name a file that can be written.", e);
        }
    }
}
