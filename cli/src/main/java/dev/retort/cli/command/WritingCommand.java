/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.cli.author.Editor;
import dev.retort.cli.output.RevisionLines;
import dev.retort.cli.output.ScriptGraph;
import dev.retort.error.RetortException;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.author.WorkspaceScripts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A command that writes scripts. It works on the source folder, which may be ahead of the last build. */
public abstract class WritingCommand extends ReadingCommand {

    protected WorkspaceScripts sources() {
        return workspace().sources();
    }

    /** Reads the sources again. */
    protected ScriptGraph sourceGraph() {
        return ScriptGraph.of(sources().load());
    }

    /** Reads the sources for a new revision, which needs the complete graph. */
    protected ScriptGraph wholeGraph() {
        WorkspaceScripts sources = sources();
        List<RevisionScript> scripts = sources.load();
        sources.requireCompiled(scripts);
        return ScriptGraph.of(scripts);
    }

    protected Editor editor() {
        return Editor.of(workspace().environment(), sources().workingDirectory());
    }

    /** Reports the step as Alembic does; JSON output contains the answer alone. */
    protected void done(String what) {
        if (!isJson()) {
            print("  " + what + " ...  done");
        }
    }

    /** Reads all scripts again, so that a script that an editor or a hook broke is reported now; answers in JSON. */
    protected void readBack(String revision) {
        ScriptGraph written = sourceGraph();
        if (isJson()) {
            RevisionLines lines = new RevisionLines(written, List.of());
            printJson(lines.json(written.graph().get(revision)));
        }
    }

    protected String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RetortException(
                    "The script " + sources().shown(file) + " cannot be read.",
                    e.toString(),
                    "Check its permissions.",
                    e);
        }
    }
}
