/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.graph.NewRevision;
import dev.retort.script.writing.NewScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "revision",
        description = "Write a new script; asks no database.",
        footer = {"", "Example: revision -m \"add email to customer\""})
final class RevisionCommand extends WritingCommand {

    private final Origin origin;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private NewRevisionOptions options;

    @Option(
            names = "--head",
            paramLabel = "<revision>",
            description = "Where it begins: a head, <label>@head, or base; head unless told.")
    private String head = "head";

    @Option(
            names = "--depends-on",
            paramLabel = "<revision>",
            description = "What must be applied before, without being a parent; may be given several times.")
    private List<String> dependsOn = new ArrayList<>();

    @Option(
            names = "--version-path",
            paramLabel = "<folder>",
            description = "The folder of the file: one of the locations, or below one.")
    private @Nullable String versionPath;

    @Option(names = "--edit", description = "Open the script in the editor of VISUAL or EDITOR.")
    private boolean edit;

    RevisionCommand(Origin origin) {
        this.origin = origin;
    }

    @Override
    public Integer call() {
        Editor editor = edit ? editor() : null;
        PostWriteHooks hooks = new PostWriteHooks(sources());
        ScriptGraph graph = sourceGraph();
        NewRevision place = graph.graph().newRevision(List.of(head), options.isSplice(), dependsOn);
        RevisionMaker maker = new RevisionMaker(sources(), graph, origin);
        NewScript script = maker.script(place, options, RevisionMaker.Sections.empty());
        Path file = maker.write(script, versionPath);
        done("Generating " + sources().shown(file));
        hooks.run(file, this::done, err());
        if (editor != null) {
            editor.open(file);
        }
        readBack(script.revision().id());
        return CommandLineInterface.DONE;
    }
}
