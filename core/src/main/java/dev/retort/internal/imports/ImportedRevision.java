/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import dev.retort.internal.script.ImportedFrom;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.read.ScriptLoader;
import java.util.HashSet;
import java.util.List;

/**
 * A revision that an import writes.
 *
 * @param migration what it was made of
 * @param script the script as Retort reads it
 * @param text its text
 * @param state whether an earlier import wrote it
 */
public record ImportedRevision(SourceMigration migration, RevisionScript script, String text, State state) {

    private static final String IRREVERSIBLE = "-- migrate: irreversible ";

    /** What the folder of scripts has of a revision. */
    public enum State {
        /** No script, or one of another migration. */
        NEW,
        /** The script that the import would write. */
        WRITTEN,
        /** A script of the same migration that was changed since, which stays as it is. */
        CHANGED
    }

    /** A revision that no earlier import wrote. */
    ImportedRevision(SourceMigration migration, RevisionScript script, String text) {
        this(migration, script, text, State.NEW);
    }

    /** {@return this revision as the folder of scripts has it, or this one if that is of another migration} */
    ImportedRevision with(RevisionScript existing) {
        if (!isSameMigration(ImportedFrom.of(existing))) {
            return this;
        }
        return new ImportedRevision(
                migration, existing, existing.text(), existing.text().equals(text) ? State.WRITTEN : State.CHANGED);
    }

    /** The script may name more checksums: those that databases recorded. */
    private boolean isSameMigration(List<ImportedFrom> origins) {
        return origins.size() == 1
                && origins.get(0)
                        .withChecksums(List.of())
                        .equals(migration.from().withChecksums(List.of()))
                && new HashSet<>(origins.get(0).checksums())
                        .containsAll(migration.from().checksums());
    }

    /** {@return whether the developer wrote it, because the migration is not SQL} */
    public boolean isByHand() {
        return state == State.CHANGED && migration.upgrade().original() == null;
    }

    /** {@return this revision with a downgrade in place of the reason that it has none} */
    public ImportedRevision withDowngrade(String statements) {
        String changed = text.substring(0, text.lastIndexOf(IRREVERSIBLE))
                + "-- migrate: downgrade\n-- Generated from the schemas before and after the upgrade.\n" + statements;
        return new ImportedRevision(migration, ScriptLoader.parse(migration.fileName(), changed), changed);
    }
}
