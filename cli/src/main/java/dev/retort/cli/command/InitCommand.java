/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.command;

import dev.retort.cli.author.ProjectSetup;
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
            "Make an existing project ready: the folder of scripts with a template, .env.example, and .env in"
                    + " .gitignore.",
            "What is there already stays as it is; no database is asked."
        },
        footer = {"", "Example: init"})
public final class InitCommand extends WritingCommand {

    @Parameters(
            paramLabel = "<folder>",
            arity = "0..1",
            description = "The folder of scripts; that of the first location unless told.")
    private @Nullable String folder;

    @Option(
            names = {"-t", "--template"},
            paramLabel = "<name>",
            description = "The template to begin with: generic or explained; generic unless told.")
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
                    + ", and retort.locations to where the build puts it");
        }
        if (workspace().readsEnvFile()) {
            print("  copy .env.example to .env and fill it in: the stand-alone commands read it, and git does not"
                    + " keep it");
        }
        print("  revision -m \"create customer\"    writes the first script");
        print("  upgrade head                     runs it");
    }
}
