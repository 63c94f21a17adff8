/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.RevisionLines;
import dev.retort.cli.output.ScriptGraph;
import dev.retort.graph.Revision;
import dev.retort.graph.Target;
import dev.retort.status.MigrationStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "history",
        description = "List the revisions, newest first.",
        footer = {
            "",
            "Example: history -r current:head",
            "Write a range that starts with a minus without a space: -r-3:head."
        })
public final class HistoryCommand extends ReadingCommand {

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "[start]:[end]",
            description = "List only this range, ends included. 'current' is the current revision of the database.")
    private String range = "base:heads";

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Mark the current revisions.")
    private boolean indicateCurrent;

    @Override
    public Integer call() {
        Target ends = Target.parse(range);
        boolean needsDatabase = indicateCurrent || ends.namesCurrent();
        @Nullable MigrationStatus status = needsDatabase ? connected().status() : null;
        ScriptGraph scripts = listed();
        List<String> rows = status == null ? List.of() : known(scripts, status);
        List<Revision> history = scripts.graph().history(rows, ends);
        RevisionLines lines = new RevisionLines(scripts, indicateCurrent ? rows : List.of());
        if (isJson()) {
            printJson(withHeld(lines.json(history), status));
        } else {
            history.forEach(revision -> printText(isVerbose() ? lines.entry(revision) : lines.history(revision)));
        }
        if (status != null) {
            remark(status);
        }
        return ExitStatus.DONE;
    }
}
