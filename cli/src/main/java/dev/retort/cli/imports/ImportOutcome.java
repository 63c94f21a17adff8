/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.imports;

import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.project.ProjectFile;
import dev.retort.internal.imports.tool.ImportTool;
import java.nio.file.Path;
import java.util.List;

/**
 * The outcome of an import, or of its dry run.
 *
 * @param tool the other tool
 * @param plan what was imported
 * @param written the files that were written; none in a dry run
 * @param proof what the proof found
 * @param changes the files of the project that change
 * @param profiles files of profiles that the developer changes
 */
record ImportOutcome(
        ImportTool tool,
        ImportPlan plan,
        List<Path> written,
        List<String> proof,
        List<ProjectFile> changes,
        List<String> profiles) {}
