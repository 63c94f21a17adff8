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

/** Runs a command that compares the database with a model. The parameters override the application's properties. */
abstract class ComparingMojo extends CommandMojo {

    /** Model that the database is compared with; overrides the application's {@code retort.model}. */
    @Parameter(property = "retort.model")
    private @Nullable String model;

    /** Patterns of objects that are compared; overrides the application's {@code retort.autogenerate.include}. */
    @Parameter(property = "retort.autogenerate.include")
    private @Nullable List<String> include;

    /** Patterns of objects that are not compared; overrides the application's {@code retort.autogenerate.exclude}. */
    @Parameter(property = "retort.autogenerate.exclude")
    private @Nullable List<String> exclude;

    /**
     * Whether to drop objects that are not in the model; overrides the application's {@code
     * retort.autogenerate.drop-unknown}.
     */
    @Parameter(property = "retort.autogenerate.dropUnknown")
    private @Nullable Boolean dropUnknown;

    /**
     * Whether to add dependencies with scope {@code test} to the application's class path, such as an embedded
     * PostgreSQL for scratch databases.
     */
    @Parameter(property = "retort.testDependencies", defaultValue = "false")
    private boolean testDependencies;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ProjectDependenciesResolver dependencies;

    /** Resolved only on demand, so that other goals do not fail because of an unavailable test dependency. */
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
