/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.read.ScriptLoader;

/**
 * A revision that an import writes.
 *
 * @param migration what it was made of
 * @param script the script as Retort reads it
 * @param text its text
 */
public record ImportedRevision(SourceMigration migration, RevisionScript script, String text) {

    private static final String IRREVERSIBLE = "-- migrate: irreversible ";

    /** {@return this revision with a downgrade in place of the reason that it has none} */
    public ImportedRevision withDowngrade(String statements) {
        String changed = text.substring(0, text.lastIndexOf(IRREVERSIBLE))
                + "-- migrate: downgrade\n-- Generated from the schemas before and after the upgrade.\n" + statements;
        return new ImportedRevision(migration, ScriptLoader.parse(migration.fileName(), changed), changed);
    }
}
