/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.tool;

import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.adopt.ImportedRevisions;
import dev.retort.internal.adopt.RecordedAdoption;
import dev.retort.internal.history.AdoptionRows;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.jdbc.MigrationConnection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The changes of the history table of the other tool since a database was adopted, without those by Retort.
 *
 * @param table the table
 * @param added the rows that the other tool wrote, as messages name them
 * @param changed the rows of before the adoption that are gone or were changed
 */
public record ForeignChanges(ForeignTable table, List<String> added, List<String> changed) {

    /**
     * {@return what happened since an adoption}
     *
     * @param adoption the adoption
     * @param imported the revisions of the other tool's migrations
     * @param tables Retort's tables
     * @param recorded the revisions that the history has
     */
    public static ForeignChanges since(
            MigrationConnection connection,
            RecordedAdoption adoption,
            ImportedRevisions imported,
            Tables tables,
            Collection<String> recorded)
            throws SQLException {
        Set<String> ran = new HashSet<>(recorded);
        AdoptionRows.adoptedRevisions(connection, tables).forEach(ran::remove);
        return new ForeignChanges(
                adoption.table(),
                Adoptions.foreignRows(connection, adoption, imported, ran),
                Adoptions.changedRows(connection, adoption, imported, ran));
    }
}
