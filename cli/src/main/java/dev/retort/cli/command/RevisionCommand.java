/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.cli.author.Autogeneration;
import dev.retort.cli.author.Editor;
import dev.retort.cli.author.Origin;
import dev.retort.cli.author.PostWriteHooks;
import dev.retort.cli.author.RevisionMaker;
import dev.retort.cli.options.ModelOptions;
import dev.retort.cli.options.NewRevisionOptions;
import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.ScriptGraph;
import dev.retort.error.RetortException;
import dev.retort.graph.NewRevision;
import dev.retort.internal.script.author.JavaRevisionWriter;
import dev.retort.internal.script.author.NewJavaRevision;
import dev.retort.internal.script.author.NewScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "revision",
        description = {
            "Write a new script.",
            "With --autogenerate it does what makes of the database what the model wants; without, no database is"
                    + " asked."
        },
        footer = {
            "",
            "Example: revision -m \"add email to customer\"",
            "         revision --autogenerate -m \"add email to customer\""
        })
public final class RevisionCommand extends WritingCommand {

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

    @Option(
            names = "--format",
            paramLabel = "<format>",
            description = "sql, or java for a class in the first package of retort.java-packages.")
    private Format format = Format.SQL;

    @Option(names = "--autogenerate", description = "Write what the model asks for and no revision does.")
    private boolean autogenerate;

    @Option(
            names = "--allow-empty",
            description = "With --autogenerate, write a script even if there is nothing to do.")
    private boolean allowEmpty;

    @Option(
            names = "--safe",
            description = "With --autogenerate, write steps that let others write meanwhile to tables that are there.")
    private boolean safe;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ModelOptions model;

    @Option(names = "--edit", description = "Open the script in the editor of VISUAL or EDITOR.")
    private boolean edit;

    public RevisionCommand(Origin origin) {
        this.origin = origin;
    }

    @Override
    public Integer call() {
        if (!autogenerate && (allowEmpty || safe || model.isGiven())) {
            throw wrongUsage(
                    "--model, --rename, --drop-unknown, --include, --exclude, --replay, --safe and --allow-empty"
                            + " are options of --autogenerate.");
        }
        if (options.isMessageBlank()) {
            throw wrongUsage("-m is empty: say in a few words what the revision does, or leave the option out");
        }
        Editor editor = edit ? editor() : null;
        PostWriteHooks hooks = new PostWriteHooks(sources());
        ScriptGraph graph = wholeGraph();
        NewRevision place = graph.graph().newRevision(List.of(head), options.isSplice(), dependsOn);
        RevisionMaker.Sections sections = RevisionMaker.Sections.empty();
        if (autogenerate) {
            Autogeneration found = Autogeneration.of(workspace(), this::connected, model);
            found.detected().forEach(line -> print("Detected: " + line));
            if (found.isEmpty() && !allowEmpty) {
                printAll(found.remarks());
                print("No new upgrade operations detected. No script was written.");
                return ExitStatus.DONE;
            }
            sections = format == Format.JAVA ? found.javaSections(safe) : found.sections(safe);
        }
        RevisionMaker maker = new RevisionMaker(sources(), graph, origin);
        NewScript script = maker.script(place, options, sections);
        Path file = format == Format.JAVA ? writeClass(script, sections) : maker.write(script, versionPath);
        done("Generating " + sources().shown(file));
        hooks.run(file, this::done, err());
        if (editor != null) {
            editor.open(file);
        }
        if (format == Format.SQL) {
            readBack(script.revision().id());
        }
        return ExitStatus.DONE;
    }

    private Path writeClass(NewScript script, RevisionMaker.Sections sections) {
        List<String> packages = workspace().retort(List.of()).settings().javaPackages();
        if (packages.isEmpty()) {
            throw new RetortException(
                    "No class was written.",
                    "retort.java-packages names no package for it.",
                    "Set it in the application, and give the command there: java -jar app.jar migrations revision"
                            + " --format java ...");
        }
        NewJavaRevision revision = new NewJavaRevision(script, packages.get(0), sections.imports());
        return new JavaRevisionWriter(sources().javaFolder()).write(revision);
    }

    /** What a revision is written as. */
    enum Format {
        /** A script. */
        SQL,
        /** A class. */
        JAVA
    }
}
