/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.cli.author.Autogeneration;
import dev.retort.cli.options.ModelOptions;
import dev.retort.cli.output.ExitStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "check",
        description = {
            "Check whether the model and the revisions differ.",
            "Exit status 1 if they differ. The database must be at head; --replay needs no database."
        },
        footer = {"", "Example: check --model sql:schema.sql", "         check --replay"})
public final class CheckCommand extends ReadingCommand {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ModelOptions model;

    @Override
    public Integer call() {
        Autogeneration found = Autogeneration.of(workspace(), this::connected, model);
        if (isJson()) {
            printJson(json(found));
        } else {
            found.detected().forEach(line -> print("Detected: " + line));
            printAll(found.remarks());
            printAll(isVerbose() ? found.toleratedRules() : List.of());
            print(
                    found.isEmpty()
                            ? "No new upgrade operations detected."
                            : "New upgrade operations detected: "
                                    + found.detected().size() + ". Run `revision --autogenerate` to generate them.");
        }
        return found.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private static Map<String, Object> json(Autogeneration found) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("upToDate", found.isEmpty());
        answer.put("operations", found.detected());
        answer.put("remarks", found.remarks());
        answer.put("tolerated", found.toleratedRules());
        return answer;
    }
}
