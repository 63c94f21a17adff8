/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.cli.output.HoldLines;
import dev.retort.cli.output.RevisionLines;
import dev.retort.cli.output.ScriptGraph;
import dev.retort.status.MigrationStatus;
import dev.retort.status.RevisionState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that only reads. */
public abstract class ReadingCommand extends DatabaseCommand {

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    protected boolean isJson() {
        return json;
    }

    /** {@return the scripts that the command lists; a remark says how to write the first one} */
    ScriptGraph listed() {
        ScriptGraph scripts = scripts();
        if (scripts.scripts().isEmpty()) {
            err().line("There are no revision scripts. `revision -m \"<message>\"` writes the first one.");
        }
        return scripts;
    }

    /** {@return the version rows whose scripts this build has} */
    static List<String> known(ScriptGraph scripts, MigrationStatus status) {
        return status.current().stream().filter(scripts.graph()::contains).toList();
    }

    /** Adds to each revision whether the hold stops starting services from running it, if connected to the database. */
    static List<Map<String, Object>> withHeld(List<Map<String, Object>> answer, @Nullable MigrationStatus status) {
        if (status != null) {
            answer.forEach(entry -> entry.put(
                    "held", status.held() && status.pending().contains(String.valueOf(entry.get("revision")))));
        }
        return answer;
    }

    /** Prints notes beside the answer: a hold, and revisions of another build. */
    void remark(MigrationStatus status) {
        status.revisions().stream()
                .filter(one -> one.state() == RevisionState.UNKNOWN || one.state() == RevisionState.SQUASHED)
                .filter(one -> status.current().contains(one.revision()))
                .forEach(row -> err().line(RevisionLines.remark(row)));
        HoldLines.of(status.hold()).forEach(err()::line);
    }
}
