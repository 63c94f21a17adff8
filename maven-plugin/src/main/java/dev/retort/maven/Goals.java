/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import static org.apache.maven.plugins.annotations.ResolutionScope.COMPILE_PLUS_RUNTIME;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * One goal for each command, with the command's name. A new command needs a class here, which a test checks. Only
 * {@code completion} has none: its script is for the shell that calls the stand-alone program.
 */
final class Goals {

    private Goals() {}

    @Mojo(name = "adopt", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Adopt extends CommandMojo {}

    @Mojo(name = "baseline", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Baseline extends ScratchMojo {}

    @Mojo(name = "branches", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Branches extends CommandMojo {}

    @Mojo(name = "check", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Check extends ComparingMojo {

        /** Whether to run all revisions in a scratch database and compare that; needs no other database. */
        @Parameter(property = "retort.replay", defaultValue = "false")
        private boolean replay;

        @Override
        List<String> options() {
            return replay ? List.of("--replay") : List.of();
        }
    }

    @Mojo(name = "current", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Current extends CommandMojo {}

    @Mojo(name = "downgrade", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Downgrade extends CommandMojo {}

    @Mojo(name = "edit", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Edit extends CommandMojo {}

    @Mojo(name = "ensure_version", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class EnsureVersion extends CommandMojo {}

    @Mojo(name = "graph", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Graph extends CommandMojo {}

    @Mojo(name = "heads", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Heads extends CommandMojo {}

    @Mojo(name = "history", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class History extends CommandMojo {}

    @Mojo(name = "import", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Import extends ScratchMojo {}

    @Mojo(name = "init", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Init extends CommandMojo {}

    @Mojo(
            name = "lint",
            defaultPhase = LifecyclePhase.VERIFY,
            requiresDependencyResolution = COMPILE_PLUS_RUNTIME,
            threadSafe = true)
    static final class Lint extends ComparingMojo {

        /** Whether the initial schema comes from running the ancestors in a scratch database; needs no other database. */
        @Parameter(property = "retort.replay", defaultValue = "false")
        private boolean replay;

        /**
         * Formats of the report, each alone or with the file that it is written to: {@code text}, {@code
         * sarif=target/lint.sarif}.
         */
        @Parameter(property = "retort.format")
        private @Nullable List<String> format;

        /**
         * Whether to write the findings to {@code META-INF/retort/lint.json} among the module's classes, so that the
         * application knows them when it starts. Bind the goal to the phase {@code process-classes} then.
         */
        @Parameter(property = "retort.pack", defaultValue = "false")
        private boolean pack;

        /** The lowest severity that fails the build: {@code error}, {@code warning} or {@code never}. */
        @Parameter(property = "retort.failOn")
        private @Nullable String failOn;

        @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
        @SuppressWarnings("NullAway.Init")
        private File classes;

        @Override
        List<String> options() {
            List<String> options = new ArrayList<>(replay ? List.of("--replay") : List.of());
            options.addAll(failOn == null ? List.of() : List.of("--fail-on", failOn));
            options.addAll(new LintReports(
                            format == null ? List.of() : format,
                            pack ? classes.toPath().resolve("META-INF/retort/lint.json") : null)
                    .options());
            return options;
        }
    }

    @Mojo(name = "list_templates", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class ListTemplates extends CommandMojo {}

    @Mojo(name = "log", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Log extends CommandMojo {}

    @Mojo(name = "merge", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Merge extends CommandMojo {}

    @Mojo(name = "rebase", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Rebase extends CommandMojo {}

    @Mojo(name = "repair", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Repair extends CommandMojo {}

    @Mojo(name = "revision", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Revision extends ComparingMojo {}

    @Mojo(name = "show", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Show extends CommandMojo {}

    @Mojo(name = "sizes", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Sizes extends CommandMojo {}

    @Mojo(name = "squash", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Squash extends ScratchMojo {}

    @Mojo(name = "stamp", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Stamp extends CommandMojo {}

    @Mojo(name = "upgrade", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Upgrade extends CommandMojo {}

    @Mojo(name = "validate", requiresDependencyResolution = COMPILE_PLUS_RUNTIME, threadSafe = true)
    static final class Validate extends CommandMojo {}
}
