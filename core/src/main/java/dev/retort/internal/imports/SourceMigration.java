/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import dev.retort.internal.script.ImportedFrom;
import org.jspecify.annotations.Nullable;

/**
 * One migration of another tool, as all readers give it.
 *
 * @param id the id of its revision
 * @param from what it is to the other tool
 * @param fileName the name of the new script
 * @param message what it does, on one line
 * @param placeholders whether {@code ${name}} is replaced in it
 * @param upgrade its statements
 * @param downgrade the statements that reverse it; {@code null} when there are none
 * @param irreversible why there are none
 * @param place its place in the graph; {@code null} for a tool whose migrations are a series
 */
public record SourceMigration(
        String id,
        ImportedFrom from,
        String fileName,
        String message,
        boolean placeholders,
        SourceText upgrade,
        @Nullable SourceText downgrade,
        String irreversible,
        @Nullable RevisionPlace place) {

    /** Creates a migration of a series. */
    public SourceMigration(
            String id,
            ImportedFrom from,
            String fileName,
            String message,
            boolean placeholders,
            SourceText upgrade,
            @Nullable SourceText downgrade,
            String irreversible) {
        this(id, from, fileName, message, placeholders, upgrade, downgrade, irreversible, null);
    }

    /** {@return the same with one more checksum that the other tool may have recorded} */
    public SourceMigration withChecksum(String checksum) {
        return new SourceMigration(
                id,
                from.withChecksum(checksum),
                fileName,
                message,
                placeholders,
                upgrade,
                downgrade,
                irreversible,
                place);
    }

    /** {@return the same with the values in place of the placeholders} */
    SourceMigration filled() {
        SourceText down = downgrade;
        return new SourceMigration(
                id,
                from,
                fileName,
                message,
                false,
                upgrade.filled(),
                down == null ? null : down.filled(),
                irreversible,
                place);
    }
}
