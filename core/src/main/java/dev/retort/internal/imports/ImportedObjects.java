/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import dev.retort.internal.objects.ObjectFileText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the repeatable migrations that become object files. */
final class ImportedObjects {

    private static final String REPEATABLE = "R";

    private final List<ImportedObject> objects = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /**
     * Looks at a migration.
     *
     * @param revision what the import makes of it
     */
    void add(ImportedRevision revision) {
        SourceMigration migration = revision.migration();
        if (!REPEATABLE.equals(migration.from().kind())) {
            return;
        }
        String source = migration.upgrade().file();
        if (!migration.placeholders()
                && ObjectFileText.isObjectFile(migration.upgrade().text())) {
            objects.add(new ImportedObject(
                    migration.id(),
                    source,
                    fileName(migration.from().names().get(0)),
                    migration.upgrade().text()));
            notes.add(source + ": its text becomes an object file. Change that file, and generate a revision.");
        } else {
            notes.add(source + ": a repeatable migration "
                    + (migration.placeholders()
                            ? "with placeholders"
                            : "that does more than create views, routines and triggers")
                    + " becomes a revision that runs once. Change what it makes with a new revision.");
        }
    }

    private String fileName(String description) {
        String name = description.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
        String unique = name;
        for (int number = 2; !names.add(unique); number++) {
            unique = name + "_" + number;
        }
        return unique + ".sql";
    }

    /** {@return the object files} */
    List<ImportedObject> objects() {
        return objects;
    }

    /** {@return what the reader of the report should know} */
    List<String> notes() {
        return notes;
    }
}
