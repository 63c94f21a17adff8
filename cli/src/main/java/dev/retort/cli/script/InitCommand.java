/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.script;

import dev.retort.cli.author.ProjectSetup;
import dev.retort.cli.command.WritingCommand;
import dev.retort.cli.output.ExitStatus;
import dev.retort.internal.script.author.BundledTemplate;
import dev.retort.internal.script.author.WorkspaceScripts;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "init",
        description = {
            "Set up an existing project: create the script folder with a template and .env.example,"
                    + " and add .env to .gitignore.",
            "Existing files are not changed. Does not connect to the database."
        },
        footer = {"", "Example: init"})
public final class InitCommand extends WritingCommand {

    @Parameters(
            paramLabel = "<folder>",
            arity = "0..1",
            description = "The script folder. Default: the folder of the first location.")
    private @Nullable String folder;

    @Option(
            names = {"-t", "--template"},
            paramLabel = "<name>",
            description = "The template: generic or explained. Default: generic.")
    private BundledTemplate template = BundledTemplate.GENERIC;

    @Override
    public Integer call() {
        WorkspaceScripts sources = sources();
        Path directory = sources.workingDirectory();
        Path scripts =
                folder == null ? sources.primary() : directory.resolve(folder).normalize();
        ProjectSetup setup = new ProjectSetup(directory, scripts);
        setup.check(folder != null);
        List<ProjectSetup.Step> steps = setup.run(template);
        if (isJson()) {
            printJson(steps.stream().map(ProjectSetup.Step::json).toList());
            return ExitStatus.DONE;
        }
        steps.forEach(step -> print("  " + step.what() + " " + step.file() + " ...  " + step.outcomeText()));
        print("");
        next(sources, scripts);
        return ExitStatus.DONE;
    }

    private void next(WorkspaceScripts sources, Path scripts) {
        print("Next:");
        if (!scripts.equals(sources.primary())) {
            print("  set retort.source-directory=" + sources.shown(scripts)
                    + ", and retort.locations to its place on the class path");
        }
        if (workspace().readsEnvFile()) {
            print("  copy .env.example to .env and fill it in: the stand-alone commands read it, and git ignores it");
            print("  revision -m \"create customer\"    writes the first script");
            print("  upgrade head                     runs it");
        } else {
            print("  revision --autogenerate -m \"create customer\"    generates the first script from the entities");
            print("  upgrade head                                    runs it; so does the next start");
        }
    }
}
