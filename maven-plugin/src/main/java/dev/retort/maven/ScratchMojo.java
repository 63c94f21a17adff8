/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import java.nio.file.Path;
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

/** A goal of a command that creates scratch databases. */
abstract class ScratchMojo extends CommandMojo {

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
}
