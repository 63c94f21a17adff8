/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import dev.retort.internal.objects.ObjectFileText;
import dev.retort.internal.script.ImportedFrom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the migrations that become object files: those that their tool runs again when their text changes, if they only
 * create what an object file may have and nothing after them touches it.
 */
final class ImportedObjects {

    private static final String REPEATABLE = "R";
    private static final String ON_CHANGE = "runOnChange";
    private static final int LONGEST_NAME = 100;

    private final List<ImportedObject> objects = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private ImportedObjects() {}

    /** Looks at the revisions of an import, parents before children. */
    static ImportedObjects of(List<ImportedRevision> revisions) {
        ImportedObjects found = new ImportedObjects();
        for (int i = 0; i < revisions.size(); i++) {
            String kind = revisions.get(i).migration().from().kind();
            if (REPEATABLE.equals(kind) || ON_CHANGE.equals(kind)) {
                found.add(revisions.get(i).migration(), revisions.subList(i + 1, revisions.size()));
            }
        }
        return found;
    }

    private void add(SourceMigration migration, List<ImportedRevision> later) {
        String source = migration.upgrade().file();
        String text = migration.upgrade().text();
        String reason = reason(migration, later);
        if (reason == null) {
            objects.add(new ImportedObject(migration.id(), source, fileName(migration.from(), text), text));
            notes.add(source + ": its text becomes an object file. Change that file, and generate a revision.");
        } else {
            notes.add(source + ": " + title(migration.from()) + " " + reason
                    + " becomes a revision that runs once. Change its objects with a new revision.");
        }
    }

    private static String title(ImportedFrom from) {
        return REPEATABLE.equals(from.kind()) ? "a repeatable migration" : "a runOnChange change set";
    }

    /** {@return why a migration becomes no object file; {@code null} if it becomes one} */
    private static @Nullable String reason(SourceMigration migration, List<ImportedRevision> later) {
        if (migration.placeholders()) {
            return "with placeholders";
        }
        String text = migration.upgrade().text();
        if (!ObjectFileText.isObjectFile(text)) {
            return "that does more than create views, routines and triggers";
        }
        return later.stream()
                .map(ImportedRevision::migration)
                .filter(one -> ObjectFileText.isTouchedBy(text, one.upgrade().text()))
                .findFirst()
                .map(one -> "whose objects " + one.upgrade().file() + " changes")
                .orElse(null);
    }

    /** A change set's id is often a number: its file is named after what it creates. */
    private String fileName(ImportedFrom from, String text) {
        String described =
                REPEATABLE.equals(from.kind()) ? from.names().get(0) : String.join(" ", ObjectFileText.names(text));
        String name = described.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
        String shortened = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        String unique = shortened;
        for (int number = 2; !names.add(unique); number++) {
            unique = shortened + "_" + number;
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
