/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.imports;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.retort.internal.imports.ByHand;
import dev.retort.internal.imports.ImportedObject;
import dev.retort.internal.imports.SecretValues;
import dev.retort.internal.imports.project.ProjectFile;
import dev.retort.internal.script.author.WorkspaceScripts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of an import as text. */
final class ImportLines {

    private final ImportOutcome outcome;
    private final WorkspaceScripts sources;
    private final @Nullable Path objectFolder;
    private final List<String> lines = new ArrayList<>();

    /**
     * Creates the lines.
     *
     * @param outcome what was done
     * @param sources shows paths as the user writes them
     * @param objectFolder where object files are; {@code null} for nowhere
     */
    ImportLines(ImportOutcome outcome, WorkspaceScripts sources, @Nullable Path objectFolder) {
        this.outcome = outcome;
        this.sources = sources;
        this.objectFolder = objectFolder;
    }

    /**
     * {@return the lines}
     *
     * @param dryRun whether no file was written
     * @param changed whether the files of the project were changed too
     */
    List<String> all(boolean dryRun, boolean changed) {
        addFiles(dryRun);
        outcome.changes().forEach(this::add);
        outcome.profiles().forEach(file -> lines.add("  By hand: " + file + " has settings of a profile"));
        addNext(changed);
        return List.copyOf(lines);
    }

    private void addFiles(boolean dryRun) {
        int written = outcome.written().size();
        done((dryRun ? "Would import " : "Importing ")
                + outcome.plan().revisions().size() + " migrations of "
                + outcome.tool().title() + " into " + sources.shown(sources.primary())
                + (dryRun ? "" : ", " + (written == 1 ? "1 new file" : written + " new files")));
        outcome.plan()
                .kept()
                .forEach(file ->
                        lines.add("  Kept: " + sources.shown(Path.of(file)) + " was changed since it was imported"));
        outcome.plan().objects().forEach(this::add);
        outcome.proof().forEach(line -> lines.add("  " + line));
        outcome.plan().byHand().forEach(this::add);
        if (!dryRun) {
            done("Writing " + ImportCommand.REPORT);
        }
    }

    private void addNext(boolean changed) {
        lines.addAll(List.of("", "Next:"));
        if (!changed && !outcome.changes().isEmpty()) {
            lines.add("  import " + outcome.tool().name() + " --write          makes these changes");
        }
        new NextSteps(outcome.tool(), outcome.plan()).lines().forEach(line -> lines.add("  " + line));
    }

    private void done(String what) {
        lines.add("  " + what + " ...  done");
    }

    private void add(ImportedObject object) {
        if (objectFolder != null) {
            lines.add("  Object file: " + sources.shown(objectFolder.resolve(object.fileName())) + " of "
                    + object.source());
        }
    }

    private void add(ByHand one) {
        lines.add("  By hand: " + one.file() + ": " + one.reason());
    }

    private void add(ProjectFile file) {
        lines.add("");
        String shown = sources.shown(file.file());
        List<String> before = file.before().lines().toList();
        UnifiedDiffUtils.generateUnifiedDiff(
                        "a/" + shown,
                        "b/" + shown,
                        before,
                        DiffUtils.diff(before, file.after().lines().toList()),
                        3)
                .forEach(line -> lines.add(SecretValues.hidden(line)));
    }
}
