/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.adopt;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.retort.internal.imports.ByHand;
import dev.retort.internal.imports.ImportedObject;
import dev.retort.internal.imports.SecretValues;
import dev.retort.internal.imports.project.ProjectFile;
import dev.retort.internal.imports.tool.ImportTool;
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
        outcome.plan().placeholders().forEach((name, value) -> {
            if (value.isEmpty() || isLeftOut(name, value)) {
                lines.add("  set retort.placeholders." + name + " in each environment");
            }
        });
        addNextCommands(outcome.tool());
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

    private boolean isLeftOut(String name, String value) {
        return SecretValues.isSecret(name, value)
                && !outcome.plan().settings().containsKey("retort.placeholders." + name);
    }

    private void addNextCommands(ImportTool tool) {
        if (tool.hasSameTable()) {
            lines.add("  upgrade                        runs pending revisions: a database of " + tool.title()
                    + " stays where it is");
        } else if (tool.isAdopted()) {
            lines.add("  adopt --dry-run                shows the result for a database");
            lines.add("  upgrade                        adopts it and runs pending revisions, as a startup does");
        } else {
            lines.add("  stamp <revision>               records the revision of a database that " + tool.title()
                    + " has migrated");
        }
    }
}
