/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.squash;

import dev.retort.Retort;
import dev.retort.cli.author.Origin;
import dev.retort.cli.author.PostWriteHooks;
import dev.retort.cli.command.WritingCommand;
import dev.retort.cli.output.ExitStatus;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.script.author.WorkspaceScripts;
import dev.retort.internal.squash.SquashFiles;
import dev.retort.internal.squash.SquashJournal;
import dev.retort.internal.squash.SquashRange;
import dev.retort.internal.squash.SquashRequest;
import dev.retort.internal.squash.SquashResult;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replaces a range of revisions by one. */
@Command(
        name = "squash",
        description = {
            "Replace a range of revisions by one with the id of the last. It is generated from the difference that the"
                    + " range makes to the schema.",
            "Both paths run in scratch databases; nothing is written unless they lead to the same."
        },
        footer = {"", "Example: squash 3f9c2a7b1d04:8e1f0c5a9b22 -m \"schema of version 2\""})
public final class SquashCommand extends WritingCommand {

    private final Origin origin;

    @Parameters(paramLabel = "<first>:<last>", description = "The first and the last revision to replace.")
    private String range = "";

    @Option(
            names = {"-m", "--message"},
            paramLabel = "<text>",
            description = "What the revision does.")
    private String message = "";

    @Option(
            names = "--keep-data",
            paramLabel = "<revision>",
            description = "Carry over the data statements of this revision of the range. Can be repeated.")
    private List<String> keepData = List.of();

    @Option(names = "--without-data", description = "Leave out data statements that are not carried over.")
    private boolean withoutData;

    @Option(
            names = "--delete",
            description = "Delete the replaced scripts. Default: move them to the folder squashed beside the location.")
    private boolean delete;

    public SquashCommand(Origin origin) {
        this.origin = origin;
    }

    @Override
    public Integer call() {
        WorkspaceScripts sources = sources();
        Optional<Path> interrupted = SquashJournal.finish(sources);
        if (interrupted.isPresent()) {
            return finished(interrupted.get());
        }
        PostWriteHooks hooks = new PostWriteHooks(sources);
        List<RevisionScript> all = sources.load();
        sources.requireCompiled(all);
        SquashFiles files = new SquashFiles(sources, message, origin.clock().instant(), delete);
        Map<Path, Optional<Path>> moves = files.moves(SquashRange.of(Revisions.of(all), range));
        Retort retort = workspace().retort(List.of()).onSources(sources.workingDirectory());
        SquashRequest request = new SquashRequest(range, new HashSet<>(keepData), withoutData);
        SquashResult result =
                retort.authoring().squash(request, files::text, workspace().scratchServers());
        Path file = files.write(result);
        done("Generating " + sources.shown(file));
        hooks.run(file, this::done, err());
        sources.load();
        if (isJson()) {
            printJson(json(result, file, moves));
        } else {
            print(result, moves);
        }
        return ExitStatus.DONE;
    }

    private int finished(Path file) {
        sources().load();
        if (isJson()) {
            printJson(Map.of("finished", sources().shown(file)));
        } else {
            done("Finishing the squash that was interrupted, " + sources().shown(file));
            print("  Nothing else was done; run the command again for another squash.");
        }
        return ExitStatus.DONE;
    }

    private void print(SquashResult result, Map<Path, Optional<Path>> moves) {
        Optional<Path> target = moves.values().iterator().next();
        done(target.map(to -> "Moving " + moves.size() + " replaced scripts to "
                        + sources().shown(to.resolveSibling("").normalize()))
                .orElse("Deleting " + moves.size() + " replaced scripts"));
        print("  Both paths were run: " + result.objects() + " objects of the catalog and the rows of "
                + result.tables() + " tables and sequences are equal"
                + (result.reversible() ? ", and so is the schema after the downgrade." : "; there is no downgrade."));
        result.notes().forEach(note -> printText("  Note: " + note));
        print("");
        List<String> ids = result.range().squash().ids();
        String last = ids.get(ids.size() - 1);
        print("Build clean: the last build still has the replaced scripts. A database at "
                + (ids.size() == 1 ? last : "one of " + ids.get(0) + " to " + last)
                + " needs a release from before the squash first.");
    }

    private Map<String, Object> json(SquashResult result, Path file, Map<Path, Optional<Path>> moves) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("revision", result.range().place().id());
        answer.put("file", sources().shown(file));
        answer.put("replaces", result.range().squash().ids());
        Map<String, Object> moved = new LinkedHashMap<>();
        moves.forEach((from, to) ->
                moved.put(sources().shown(from), to.map(sources()::shown).orElse(null)));
        answer.put("moved", moved);
        answer.put("objects", result.objects());
        answer.put("tables", result.tables());
        answer.put("reversible", result.reversible());
        answer.put("notes", result.notes());
        return answer;
    }
}
