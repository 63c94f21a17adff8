/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import dev.retort.internal.script.ScriptProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/** Maps files of the output folder to the source files from which they were copied. */
final class SourceFiles {

    private final MavenProject project;

    SourceFiles(MavenProject project) {
        this.project = project;
    }

    /** {@return the problem with the source file, if there is one} */
    ScriptProblem locate(ScriptProblem problem) {
        Path output = Path.of(project.getBuild().getOutputDirectory());
        if (!problem.file().startsWith(output.toString())) {
            return problem;
        }
        Path copied = output.relativize(Path.of(problem.file()));
        for (Resource resource : project.getResources()) {
            Path source = Path.of(resource.getDirectory()).resolve(withoutTarget(resource, copied));
            if (Files.isRegularFile(source)) {
                return new ScriptProblem(source.toString(), problem.line(), problem.message());
            }
        }
        return problem;
    }

    private static Path withoutTarget(Resource resource, Path copied) {
        String target = resource.getTargetPath();
        return target != null && copied.startsWith(target) ? Path.of(target).relativize(copied) : copied;
    }
}
