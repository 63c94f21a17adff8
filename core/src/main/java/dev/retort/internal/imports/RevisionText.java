/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import dev.retort.internal.script.ImportedFrom;
import dev.retort.internal.script.Placeholders;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptException;
import dev.retort.internal.script.read.ScriptLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the script of a migration: header, upgrade and downgrade. What it writes is read back before it is used. */
final class RevisionText {

    private final Map<String, String> placeholders;
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Creates a writer.
     *
     * @param placeholders the values of placeholders; empty ones are not known
     */
    RevisionText(Map<String, String> placeholders) {
        this.placeholders = placeholders;
    }

    /** {@return what could not be converted so far} */
    List<String> problems() {
        return problems;
    }

    /** {@return what the reader of the report should know} */
    List<String> notes() {
        return notes;
    }

    /** {@return the revision, or {@code null} when it has problems} */
    @Nullable
    ImportedRevision write(SourceMigration migration, @Nullable String downRevision) {
        int before = problems.size();
        Converted upgrade = convert(migration.upgrade());
        SourceText undo = migration.downgrade();
        Converted downgrade = undo == null ? null : convert(undo);
        if (problems.size() > before) {
            return null;
        }
        String text = header(migration, downRevision) + "\n-- migrate: upgrade\n" + upgrade.text() + "\n"
                + downgrade(migration, upgrade, downgrade);
        try {
            RevisionScript script = ScriptLoader.parse(migration.fileName(), text);
            if (migration.placeholders() && !placeholders.containsValue("") && !isResolvable(script)) {
                notes.add(
                        migration.upgrade().file()
                                + ": the values of its placeholders are put in, because one holds more than a part of a statement");
                return write(migration.filled(), downRevision);
            }
            return new ImportedRevision(migration, script, text);
        } catch (ScriptException e) {
            problems.add(migration.upgrade().file() + ": " + e.why());
            return null;
        }
    }

    /** Flyway replaces placeholders before it splits a file; Retort does so in each statement. */
    private boolean isResolvable(RevisionScript script) {
        try {
            new Placeholders(placeholders).resolve(script);
            return true;
        } catch (ScriptException e) {
            return false;
        }
    }

    private Converted convert(SourceText source) {
        Converted converted = SectionText.convert(source.text(), source.inTransaction());
        converted.problems().forEach(problem -> problems.add(source.file() + ": " + problem));
        converted.notes().forEach(note -> notes.add(source.file() + ": " + note));
        return converted;
    }

    private static String header(SourceMigration migration, @Nullable String downRevision) {
        StringBuilder header = new StringBuilder();
        header.append("-- revision: ").append(migration.id()).append('\n');
        RevisionPlace place = migration.place();
        List<String> parents =
                place == null ? (downRevision == null ? List.of() : List.of(downRevision)) : place.parents();
        header.append("-- down_revision:")
                .append(parents.isEmpty() ? "" : " " + String.join(", ", parents))
                .append('\n');
        if (place != null) {
            key(header, "branch_labels", place.labels());
            key(header, "depends_on", place.dependsOn());
        }
        header.append("-- message:")
                .append(migration.message().isEmpty() ? "" : " " + migration.message())
                .append('\n');
        if (migration.placeholders()) {
            header.append("-- placeholders: true\n");
        }
        header.append("-- imported_from: ")
                .append(ImportedFrom.text(List.of(migration.from())))
                .append('\n');
        return header.toString();
    }

    private static void key(StringBuilder header, String key, List<String> values) {
        if (!values.isEmpty()) {
            header.append("-- ")
                    .append(key)
                    .append(": ")
                    .append(String.join(", ", values))
                    .append('\n');
        }
    }

    private static String downgrade(SourceMigration migration, Converted upgrade, @Nullable Converted downgrade) {
        if (downgrade != null && !(downgrade.empty() && !upgrade.empty())) {
            return "-- migrate: downgrade\n" + downgrade.text();
        }
        SourceText undo = migration.downgrade();
        if (upgrade.empty() || (undo != null && undo.isNothing())) {
            return "-- migrate: downgrade\n-- migrate: nothing\n";
        }
        return "-- migrate: irreversible " + migration.irreversible() + "\n";
    }
}
