/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.loader.tools.MainClassFinder;

/** Determines whether a module is an application with the commands, and how to start it. */
final class ApplicationSearch {

    private static final String ANNOTATION = "org.springframework.boot.autoconfigure.SpringBootApplication";
    private static final String SPRING_BOOT_PLUGIN = "org.springframework.boot:spring-boot-maven-plugin";

    private final MavenProject project;
    private final @Nullable String mainClass;

    /**
     * Inspects a module.
     *
     * @param project a module whose dependencies are resolved
     * @param configured the configured main class, if any
     */
    ApplicationSearch(MavenProject project, @Nullable String configured) throws MojoExecutionException {
        this.project = project;
        String named = isSet(configured) ? configured : namedForSpringBoot();
        this.mainClass = isSet(named) ? named : found();
    }

    /** Maven leaves an unset property unresolved: {@code spring-boot-starter-parent} uses {@code ${start-class}}. */
    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank() && !value.contains("${");
    }

    /** {@return why the module is not such an application, as a sentence; {@code null} if it is one} */
    @Nullable
    String missing() {
        boolean hasCommands = project.getArtifacts().stream()
                .anyMatch(artifact -> artifact.getArtifactId().equals("retort-spring-boot-autoconfigure"));
        if (!hasCommands) {
            return "Module " + project.getArtifactId()
                    + " does not depend on dev.retort:retort-spring-boot-starter, which contains the commands.";
        }
        return mainClass == null
                ? "Module " + project.getArtifactId() + " has no main class in "
                        + project.getBuild().getOutputDirectory() + "; name it with retort.mainClass."
                : null;
    }

    /**
     * {@return the parameters of the application's process}
     *
     * @param more additional elements of its class path
     */
    Application application(List<Path> more) {
        List<String> classPath = new ArrayList<>();
        classPath.add(project.getBuild().getOutputDirectory());
        for (Artifact artifact : project.getArtifacts()) {
            if (artifact.getArtifactHandler().isAddedToClasspath() && artifact.getFile() != null) {
                classPath.add(artifact.getFile().getPath());
            }
        }
        more.forEach(file -> classPath.add(file.toString()));
        return new Application(
                Objects.requireNonNull(mainClass),
                classPath,
                Path.of(project.getBuild().getDirectory()));
    }

    private @Nullable String namedForSpringBoot() {
        Plugin plugin = project.getPlugin(SPRING_BOOT_PLUGIN);
        if (plugin == null || !(plugin.getConfiguration() instanceof Xpp3Dom configuration)) {
            return null;
        }
        Xpp3Dom named = configuration.getChild("mainClass");
        return named == null ? null : named.getValue();
    }

    private @Nullable String found() throws MojoExecutionException {
        File classes = new File(project.getBuild().getOutputDirectory());
        try {
            return classes.isDirectory() ? MainClassFinder.findSingleMainClass(classes, ANNOTATION) : null;
        } catch (IOException e) {
            throw new MojoExecutionException("The classes in " + classes + " cannot be read. Compile them again.", e);
        } catch (IllegalStateException e) {
            throw new MojoExecutionException(
                    "The application's main class is ambiguous. " + e.getMessage() + ". Name it with retort.mainClass.",
                    e);
        }
    }
}
