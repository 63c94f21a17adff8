/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.script;

import dev.retort.cli.author.Autogeneration;
import dev.retort.cli.author.Editor;
import dev.retort.cli.author.Origin;
import dev.retort.cli.author.PostWriteHooks;
import dev.retort.cli.author.RevisionMaker;
import dev.retort.cli.command.WritingCommand;
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
            "Create a new revision script.",
            "With --autogenerate, generate its statements from the differences between the model and"
                    + " the database. Without it, does not connect to the database."
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
            description = "The parent: a head, <label>@head, or base. Default: head.")
    private String head = "head";

    @Option(
            names = "--depends-on",
            paramLabel = "<revision>",
            description = "A revision that must be applied first without being a parent. Can be repeated.")
    private List<String> dependsOn = new ArrayList<>();

    @Option(
            names = "--version-path",
            paramLabel = "<folder>",
            description = "The folder of the file, in one of the locations.")
    private @Nullable String versionPath;

    @Option(
            names = "--format",
            paramLabel = "<format>",
            description = "sql, or java for a class in the first package of retort.java-packages. Default: sql.")
    private Format format = Format.SQL;

    @Option(
            names = "--autogenerate",
            description = "Generate the revision from the differences between the model and the database.")
    private boolean autogenerate;

    @Option(
            names = "--allow-empty",
            description = "With --autogenerate, write a script even if there are no differences.")
    private boolean allowEmpty;

    @Option(
            names = "--safe",
            description = "With --autogenerate, use steps that do not block writes to existing tables.")
    private boolean safe;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ModelOptions model;

    @Option(names = "--edit", description = "Open the script in the editor that VISUAL or EDITOR names.")
    private boolean edit;

    public RevisionCommand(Origin origin) {
        this.origin = origin;
    }

    @Override
    public Integer call() {
        if (!autogenerate && (allowEmpty || safe || model.isGiven())) {
            throw wrongUsage(
                    "--model, --rename, --drop-unknown, --include, --exclude, --strict, --replay, --safe and --allow-empty"
                            + " require --autogenerate.");
        }
        if (options.isMessageBlank()) {
            throw wrongUsage("-m is empty: describe the revision, or omit the option");
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
                    "retort.java-packages is empty.",
                    "Set it in the application, and run the command there: java -jar app.jar migrations revision"
                            + " --format java ...");
        }
        NewJavaRevision revision = new NewJavaRevision(script, packages.get(0), sections.imports());
        return new JavaRevisionWriter(sources().javaFolder()).write(revision);
    }

    /** The format of a revision. */
    enum Format {
        /** A script. */
        SQL,
        /** A class. */
        JAVA
    }
}
