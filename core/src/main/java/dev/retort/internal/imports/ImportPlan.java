/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import dev.retort.error.RetortException;
import dev.retort.internal.script.RevisionScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files that an import writes, determined before anything is written.
 *
 * @param revisions the revisions in order, one chain
 * @param objects the object files of migrations that their tool runs again when they change
 * @param byHand what is left to the developer
 * @param notes what the reader of the report should know
 * @param placeholders the placeholders that the revisions use; with an empty value where it is not known
 * @param settings the settings of Retort that take the place of the other tool's
 * @param original runs the series with the other tool itself; {@code null} where its texts can be run as they are
 */
public record ImportPlan(
        List<ImportedRevision> revisions,
        List<ImportedObject> objects,
        List<ByHand> byHand,
        List<String> notes,
        Map<String, String> placeholders,
        Map<String, String> settings,
        @Nullable OriginalRun original) {

    /** Copies the lists. */
    public ImportPlan {
        revisions = List.copyOf(revisions);
        objects = List.copyOf(objects);
        byHand = List.copyOf(byHand);
        notes = List.copyOf(notes);
    }

    /**
     * Converts a series.
     *
     * @param tool the name of the other tool, for the error
     * @param series what a reader found
     * @param existing the revisions that are there: those of an earlier import keep their places
     * @throws RetortException naming everything that cannot be converted
     */
    public static ImportPlan of(String tool, MigrationSeries series, List<RevisionScript> existing) {
        RevisionText writer = new RevisionText(series.placeholders());
        List<ImportedRevision> revisions = new ArrayList<>();
        List<String> problems = new ArrayList<>(series.problems());
        ImportedChain chain = ImportedChain.of(series.migrations(), existing);
        Map<String, RevisionScript> there = new HashMap<>();
        existing.forEach(script -> there.put(script.revision().id(), script));
        for (SourceMigration migration : series.migrations()) {
            ImportedRevision revision = writer.write(migration, chain.parentOf(migration.id()));
            if (revision != null) {
                RevisionScript script = there.get(migration.id());
                revisions.add(script == null ? revision : revision.with(script));
            }
        }
        problems.addAll(writer.problems());
        if (!problems.isEmpty()) {
            throw new RetortException(
                    "The migrations of " + tool + " were not imported; nothing was written.",
                    String.join("\n", problems),
                    "Change the files. Where databases have run one of them, give --history <url> too: the checksums that"
                            + " they recorded count beside the new ones.");
        }
        List<String> notes = new ArrayList<>(series.notes());
        notes.addAll(writer.notes());
        ImportedObjects objects = ImportedObjects.of(revisions);
        notes.addAll(objects.notes());
        return new ImportPlan(
                revisions,
                objects.objects(),
                leftByHand(series, revisions),
                notes,
                series.placeholders(),
                series.settings(),
                series.original());
    }

    /** A migration that is not SQL is settled when the developer has written its revision. */
    private static List<ByHand> leftByHand(MigrationSeries series, List<ImportedRevision> revisions) {
        Set<String> written = revisions.stream()
                .filter(ImportedRevision::isByHand)
                .map(revision -> revision.migration().upgrade().file())
                .collect(Collectors.toSet());
        return series.byHand().stream()
                .filter(one -> !written.contains(one.file()))
                .toList();
    }

    /** {@return the scripts that were changed since an earlier import wrote them, and stay as they are} */
    public List<String> kept() {
        return revisions.stream()
                .filter(revision -> revision.state() == ImportedRevision.State.CHANGED)
                .map(revision -> revision.script().source())
                .toList();
    }

    /** {@return the revisions that no earlier import wrote} */
    public List<ImportedRevision> newRevisions() {
        return revisions.stream()
                .filter(revision -> revision.state() == ImportedRevision.State.NEW)
                .toList();
    }

    /**
     * {@return the same plan with other texts of its revisions}
     *
     * @param changed the revisions, in the same order
     * @param more what the reader of the report should know too
     */
    public ImportPlan with(List<ImportedRevision> changed, List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new ImportPlan(changed, objects, byHand, all, placeholders, settings, original);
    }

    /** {@return the file of a revision in the folder of scripts} */
    public static Path file(Path folder, ImportedRevision revision) {
        return folder.resolve(revision.migration().fileName());
    }
}
