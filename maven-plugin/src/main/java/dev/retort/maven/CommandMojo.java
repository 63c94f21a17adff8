/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/**
 * Runs the command with the goal's name in the application's main class. The process has the application's class path
 * and Maven's console; the build fails if the command's exit status is not 0.
 *
 * <p>The goal requires the phase {@code compile} and no later one: {@code verify-scripts} in a later phase would stop
 * the commands that fix its findings.
 */
@Execute(phase = LifecyclePhase.COMPILE)
abstract class CommandMojo extends AbstractMojo {

    /** Arguments of the command, as on a command line; single and double quotes group words. */
    @Parameter(property = "retort.args")
    private @Nullable String args;

    /** Spring profiles to activate. */
    @Parameter(property = "retort.profiles")
    private @Nullable List<String> profiles;

    /** Arguments of the virtual machine, as on a command line. */
    @Parameter(property = "retort.jvmArguments")
    private @Nullable String jvmArguments;

    /**
     * The application's main class. By default the one in the configuration of spring-boot-maven-plugin, or the one
     * found among the module's classes.
     */
    @Parameter(property = "retort.mainClass", defaultValue = "${start-class}")
    private @Nullable String mainClass;

    /** The working directory of the process, in which it looks for {@code .env} and writes scripts. */
    @Parameter(property = "retort.workingDirectory", defaultValue = "${project.basedir}", required = true)
    @SuppressWarnings("NullAway.Init")
    private File workingDirectory;

    /** Does nothing. */
    @Parameter(property = "retort.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private MojoExecution execution;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ToolchainManager toolchains;

    /** {@return options of the application for this command} */
    List<String> properties() {
        return List.of();
    }

    /** {@return elements of the class path in addition to the application and its dependencies} */
    List<Path> moreOnClassPath(MavenProject application, MavenSession build) throws MojoExecutionException {
        return List.of();
    }

    /** {@return options of the command, which come before those in {@code retort.args}} */
    List<String> options() {
        return List.of();
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped: retort.skip is set.");
            return;
        }
        ApplicationSearch search = new ApplicationSearch(project, mainClass);
        String missing = search.missing();
        if (missing == null) {
            run(search.application(moreOnClassPath(project, session)));
        } else if (session.getProjects().size() == 1) {
            throw new MojoFailureException("The command cannot run in this module. " + missing);
        } else {
            // Maven runs the goal in all modules, and only one of several is the application.
            getLog().info("Skipped. " + missing);
        }
    }

    private void run(Application application) throws MojoExecutionException, MojoFailureException {
        if (args != null && args.indexOf('\uFFFD') >= 0) {
            throw new MojoFailureException("retort.args contains characters that the encoding of the locale ("
                    + System.getProperty("sun.jnu.encoding")
                    + ") lacks. Set LC_ALL=C.UTF-8 or another UTF-8 locale, and run the command again.");
        }
        CommandProcess process = new CommandProcess(
                application,
                workingDirectory.toPath(),
                new JavaExecutable(toolchains, session).path(),
                CommandArguments.split("retort.jvmArguments", jvmArguments));
        List<String> rest = new ArrayList<>(options());
        rest.addAll(CommandArguments.split("retort.args", args));
        CommandArguments arguments = new CommandArguments(execution.getGoal(), rest, profiles, properties());
        int status = process.run(arguments.all());
        if (status != 0) {
            throw new MojoFailureException(arguments.describe() + " ended with exit status " + status + " ("
                    + CommandProcess.meaning(status) + "); see its output above.");
        }
    }
}
