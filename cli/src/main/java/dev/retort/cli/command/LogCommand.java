/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.Printable;
import dev.retort.status.FailureRecord;
import dev.retort.status.HistoryEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "log",
        description = "Show the history of the database, newest first.",
        footer = {"", "Example: log --limit 5"})
public final class LogCommand extends ReadingCommand {

    @Option(
            names = "--limit",
            paramLabel = "<rows>",
            description = "The maximum number of rows. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Option(names = "--before", paramLabel = "<id>", description = "Show only rows older than this one.")
    private @Nullable Long before;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw wrongUsage("--limit must be at least 1");
        }
        List<HistoryEntry> entries = connected().log(limit, before);
        if (isJson()) {
            printJson(entries.stream().map(LogCommand::json).toList());
        } else {
            entries.forEach(entry -> printText(line(entry)));
        }
        return ExitStatus.DONE;
    }

    private String line(HistoryEntry entry) {
        List<String> words = new ArrayList<>();
        words.add(Long.toString(entry.id()));
        words.add(entry.startedAt().toString());
        words.add(entry.operation());
        if (entry.revision() != null) {
            words.add(entry.revision());
        }
        words.add(entry.outcome());
        words.add(entry.took().toMillis() + " ms");
        words.add("by " + (entry.principal() == null ? entry.databaseUser() : entry.principal()));
        StringBuilder line = new StringBuilder(Printable.line(String.join(" ", words)));
        line.append(entry.description().isEmpty() ? "" : ", " + Printable.line(entry.description()));
        FailureRecord failure = entry.failure();
        if (isVerbose() && failure != null) {
            line.append(indented("", failure.message()))
                    .append(indented("DETAIL: ", failure.detail()))
                    .append(indented("HINT: ", failure.hint()));
        }
        return line.toString();
    }

    private static String indented(String name, @Nullable String text) {
        return text == null ? "" : "\n    " + name + text.replace("\n", "\n    ");
    }

    private static Map<String, @Nullable Object> json(HistoryEntry entry) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", entry.id());
        answer.put("runId", entry.runId().toString());
        answer.put("operation", entry.operation());
        answer.put("revision", entry.revision());
        answer.put("before", entry.rowsBefore());
        answer.put("after", entry.rowsAfter());
        answer.put("message", entry.description());
        answer.put("outcome", entry.outcome());
        answer.put("failure", entry.failure() == null ? null : entry.failure().message());
        answer.put("detail", entry.failure() == null ? null : entry.failure().detail());
        answer.put("hint", entry.failure() == null ? null : entry.failure().hint());
        answer.put("reason", entry.reason());
        answer.put("databaseUser", entry.databaseUser());
        answer.put("principal", entry.principal());
        answer.put("startedAt", entry.startedAt().toString());
        answer.put("durationMs", entry.took().toMillis());
        return answer;
    }
}
