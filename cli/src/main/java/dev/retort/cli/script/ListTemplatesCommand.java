/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.script;

import dev.retort.cli.command.ReadingCommand;
import dev.retort.cli.output.ExitStatus;
import dev.retort.internal.script.author.BundledTemplate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;

@Command(
        name = "list_templates",
        description = "List the templates of init.",
        footer = {"", "Example: list_templates"})
public final class ListTemplatesCommand extends ReadingCommand {

    @Override
    public Integer call() {
        if (isJson()) {
            printJson(Arrays.stream(BundledTemplate.values())
                    .map(template ->
                            new TreeMap<>(Map.of("name", template.title(), "description", template.description())))
                    .toList());
            return ExitStatus.DONE;
        }
        print("Available templates:");
        print("");
        for (BundledTemplate template : BundledTemplate.values()) {
            print(template.title() + " - " + template.description());
        }
        print("");
        print("Templates are used via the 'init' command, e.g.:");
        print("");
        print("  " + root().name() + " init --template generic");
        return ExitStatus.DONE;
    }
}
