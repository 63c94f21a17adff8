/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import dev.retort.internal.script.ScriptProblem;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Checks the revision scripts on the application's class path, and fails the build on an invalid header or section, a
 * duplicate id, a missing parent, a cycle, or several heads. It needs no database and does not start the application.
 */
@Mojo(
        name = "verify-scripts",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
final class VerifyScriptsMojo extends AbstractMojo {

    /** Script locations, as {@code retort.locations} of the application. */
    @Parameter(property = "retort.locations", defaultValue = "classpath:db/migrations")
    @SuppressWarnings("NullAway.Init")
    private List<String> locations;

    /** Packages of Java revisions, as {@code retort.java-packages} of the application. */
    @Parameter(property = "retort.javaPackages")
    private List<String> javaPackages = List.of();

    /** Target of the application at startup; {@code heads} if it has several. */
    @Parameter(property = "retort.target", defaultValue = "head")
    @SuppressWarnings("NullAway.Init")
    private String target;

    /** Does nothing. */
    @Parameter(property = "retort.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private MavenProject project;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || project.getPackaging().equals("pom")) {
            getLog().info(skip ? "Skipped: retort.skip is set." : "A module of packaging pom has no scripts.");
            return;
        }
        ScriptCheck check = new ScriptCheck(locations, javaPackages, target);
        try (URLClassLoader loader = classPath()) {
            report(check.problems(loader));
        } catch (IOException e) {
            throw new MojoExecutionException("The class path cannot be closed.", e);
        }
        getLog().info(check.summary());
    }

    private void report(List<ScriptProblem> problems) throws MojoFailureException {
        SourceFiles sources = new SourceFiles(project);
        for (ScriptProblem problem : problems) {
            getLog().error(sources.locate(problem).toString());
        }
        if (!problems.isEmpty()) {
            throw new MojoFailureException("The revision scripts are invalid: " + problems.size()
                    + (problems.size() == 1 ? " problem, listed" : " problems, listed")
                    + " above with file and line. Fix the scripts; the application would not start with them.");
        }
    }

    /** The application's class path without Maven's classes; Retort's classes are those of the plugin. */
    private URLClassLoader classPath() throws MojoExecutionException {
        try {
            List<URL> entries = new ArrayList<>();
            for (@Nullable String element : project.getRuntimeClasspathElements()) {
                if (element != null) {
                    entries.add(Path.of(element).toUri().toURL());
                }
            }
            return new URLClassLoader(
                    entries.toArray(URL[]::new), new RetortClasses(VerifyScriptsMojo.class.getClassLoader()));
        } catch (DependencyResolutionRequiredException | IOException e) {
            throw new MojoExecutionException("The class path of the module cannot be read.", e);
        }
    }
}
