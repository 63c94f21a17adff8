/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionRequest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.jspecify.annotations.Nullable;

/** Starts a command that compares the database with a model; how, it may be told here in the place of the application. */
abstract class ComparingMojo extends CommandMojo {

    /** Model that the database is compared with; in the place of the application's {@code retort.model}. */
    @Parameter(property = "retort.model")
    private @Nullable String model;

    /** Patterns of what is compared; in the place of the application's {@code retort.autogenerate.include}. */
    @Parameter(property = "retort.autogenerate.include")
    private @Nullable List<String> include;

    /** Patterns of what is not compared; in the place of the application's {@code retort.autogenerate.exclude}. */
    @Parameter(property = "retort.autogenerate.exclude")
    private @Nullable List<String> exclude;

    /**
     * Whether what the model does not know is dropped; in the place of the application's
     * {@code retort.autogenerate.drop-unknown}.
     */
    @Parameter(property = "retort.autogenerate.dropUnknown")
    private @Nullable Boolean dropUnknown;

    /**
     * Whether the dependencies of scope {@code test} are on the application's class path too: an embedded PostgreSQL among
     * them then serves as the scratch server.
     */
    @Parameter(property = "retort.testDependencies", defaultValue = "false")
    private boolean testDependencies;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ProjectDependenciesResolver dependencies;

    /** Resolved only when they are asked for: a goal does not fail for a dependency of tests that is not there yet. */
    @Override
    List<Path> moreOnClassPath(MavenProject application, MavenSession build) throws MojoExecutionException {
        if (!testDependencies) {
            return List.of();
        }
        try {
            DependencyResolutionRequest request =
                    new DefaultDependencyResolutionRequest(application, build.getRepositorySession());
            return dependencies.resolve(request).getResolvedDependencies().stream()
                    .filter(dependency -> dependency.getScope().equals(Artifact.SCOPE_TEST))
                    .map(dependency -> dependency.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new MojoExecutionException("The dependencies of the tests cannot be resolved. " + e.getMessage(), e);
        }
    }

    @Override
    List<String> properties() {
        List<String> properties = new ArrayList<>();
        add(properties, "model", model);
        add(properties, "autogenerate.include", joined(include));
        add(properties, "autogenerate.exclude", joined(exclude));
        add(properties, "autogenerate.drop-unknown", dropUnknown);
        return properties;
    }

    private static void add(List<String> properties, String key, @Nullable Object value) {
        if (value != null) {
            properties.add("--retort." + key + "=" + value);
        }
    }

    private static @Nullable String joined(@Nullable List<String> patterns) {
        return patterns == null || patterns.isEmpty() ? null : String.join(",", patterns);
    }
}
