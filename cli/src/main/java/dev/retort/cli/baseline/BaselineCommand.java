/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.baseline;

import dev.retort.Retort;
import dev.retort.cli.author.Autogeneration;
import dev.retort.cli.author.Origin;
import dev.retort.cli.author.RevisionMaker;
import dev.retort.cli.command.DatabaseCommand;
import dev.retort.cli.options.ModelOptions;
import dev.retort.cli.options.NewRevisionOptions;
import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.ScriptGraph;
import dev.retort.error.RetortException;
import dev.retort.graph.NewRevision;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.author.NewScript;
import dev.retort.internal.script.author.WorkspaceScripts;
import dev.retort.run.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "baseline",
        description = {
            "Generate the first revision from the schema of the database, and stamp the database with it.",
            "With a model, also report the differences between the model and the database."
        },
        footer = {"", "Example: baseline", "         baseline --from-dump schema.sql"})
public final class BaselineCommand extends DatabaseCommand {

    private static final String IRREVERSIBLE =
            "-- migrate: irreversible the schema was there before its first revision\n";

    private static final Pattern DOWNGRADE = Pattern.compile("(?m)^-- migrate: downgrade\\s*\\z");

    private final Origin origin;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private NewRevisionOptions options;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ModelOptions model;

    @Option(names = "--from-dump", paramLabel = "<file>", description = "The output of pg_dump -s, used as the script.")
    private @Nullable Path dump;

    @Option(
            names = "--version-path",
            paramLabel = "<folder>",
            description = "The folder of the file: one of the locations, or below one.")
    private @Nullable String versionPath;

    public BaselineCommand(Origin origin) {
        this.origin = origin;
    }

    @Override
    public Integer call() {
        WorkspaceScripts sources = workspace().sources();
        List<RevisionScript> scripts = sources.load();
        requireFirst(scripts, sources);
        Retort retort = connected();
        requireUnstamped(retort);
        Autogeneration found = hasModel() ? Autogeneration.of(workspace(), this::connected, model) : null;
        Autogeneration live = Autogeneration.ofLiveSchema(retort);
        ScriptGraph graph = ScriptGraph.of(scripts);
        NewRevision place = graph.graph().newRevision(List.of("base"), false, List.of());
        RevisionMaker maker = new RevisionMaker(sources, graph, origin);
        NewScript script = maker.script(place, options, sections(live));
        Path file = maker.write(script, versionPath);
        endScript(file, sources, found == null ? "" : found.sharedMarks());
        String id = script.revision().id();
        printText("  Generating " + sources.shown(file) + " ...  done");
        retort.onSources(sources.workingDirectory()).stamp(RunRequest.by(null, id));
        printText("  Stamping the database with " + id + " ...  done");
        report(live, found);
        return ExitStatus.DONE;
    }

    private static void requireFirst(List<RevisionScript> scripts, WorkspaceScripts sources) {
        if (!scripts.isEmpty()) {
            throw new RetortException(
                    "The baseline would not be the first revision.",
                    "There are " + scripts.size() + " already, such as "
                            + scripts.get(0).source() + ".",
                    "Stamp the database with the revision that it equals, or use another folder than "
                            + sources.shown(sources.primary()) + ".");
        }
    }

    private static void requireUnstamped(Retort retort) {
        List<String> current = retort.status().current();
        if (!current.isEmpty()) {
            throw new RetortException(
                    "The database is at " + String.join(", ", current) + " already.",
                    "A baseline is for a database that no revision has changed.",
                    "Run the command with the scripts of these revisions, or see `stamp --purge`.");
        }
    }

    private RevisionMaker.Sections sections(Autogeneration live) {
        String upgrade = dump == null ? live.sections(false).upgrade() : text(dump);
        return new RevisionMaker.Sections(upgrade, "", Set.of());
    }

    /**
     * A template has a downgrade section; where it says nothing more, the mark takes its place. What the entities state
     * of the schema is at the end: when they no longer do, it is dropped.
     */
    private static void endScript(Path file, WorkspaceScripts sources, String stated) {
        String text = DOWNGRADE.matcher(text(file)).replaceFirst(IRREVERSIBLE);
        sources.replace(file, text + stated);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new RetortException(
                    "The file " + file + " cannot be read.", e.toString(), "Name the output file of pg_dump -s.", e);
        }
    }

    /** Without a model there is nothing to compare with; stand-alone that is usual. */
    private void report(Autogeneration live, @Nullable Autogeneration found) {
        if (dump == null) {
            live.remarks().forEach(this::printText);
        }
        if (found == null) {
            printText("There is no model: set --model to compare with one.");
            return;
        }
        new BaselineReport(found.difference()).lines().forEach(this::printText);
        printText("");
        printText("`check --verbose` lists all differences; `revision --autogenerate` generates a revision from them.");
    }

    private boolean hasModel() {
        return model.model() != null
                || workspace().retort(List.of()).settings().model() != null
                || workspace().models().only().isPresent();
    }
}
