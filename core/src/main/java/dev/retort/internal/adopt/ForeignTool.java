/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.Sleeper;
import dev.retort.internal.script.ImportedFrom;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A migration tool from which databases are adopted. */
public interface ForeignTool {

    /** {@return its name in {@code imported_from}} */
    String name();

    /** {@return its name in sentences} */
    String title();

    /**
     * Translates its history; reads only.
     *
     * @throws dev.retort.adoption.AdoptionRefusedException when the history says something that the revisions do not
     */
    AdoptionPlan plan(
            MigrationConnection connection, ForeignTable table, ImportedRevisions imported, AdoptionChoices choices)
            throws SQLException;

    /** {@return the highest number of a row; 0 for none} */
    int highestRow(MigrationConnection connection, ForeignTable table) throws SQLException;

    /**
     * {@return the rows that it wrote since the adoption, as messages name them}
     *
     * @param ran the revisions that runs of Retort have applied or downgraded since
     */
    List<String> foreignRows(
            MigrationConnection connection,
            RecordedAdoption adoption,
            ImportedRevisions imported,
            Collection<String> ran)
            throws SQLException;

    /** {@return all rows of its history, with what it reads of them} */
    List<ForeignRow> rows(MigrationConnection connection, ForeignTable table) throws SQLException;

    /** {@return the table to which it writes before it runs anything} */
    ForeignTable guarded(MigrationConnection connection, ForeignTable table) throws SQLException;

    /** {@return its lock} */
    ForeignLock lock(MigrationConnection connection, ForeignTable table, Sleeper sleeper) throws SQLException;

    /**
     * {@return what writes to its history}
     *
     * @param placeholders the values of this database
     */
    Mirror mirror(MigrationConnection connection, ForeignTable table, Map<String, String> placeholders);

    /** {@return the checksums that it recorded, by {@link #key}} */
    Map<String, List<String>> checksums(MigrationConnection connection, ForeignTable table) throws SQLException;

    /** {@return what a migration has in common with the rows of its history} */
    String key(ImportedFrom from);
}
