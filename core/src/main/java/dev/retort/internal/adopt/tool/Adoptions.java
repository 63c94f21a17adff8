/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.tool;

import dev.retort.adoption.AdoptionRefusedException;
import dev.retort.adoption.AdoptionRequest;
import dev.retort.graph.RevisionGraph;
import dev.retort.internal.adopt.AdoptionChoices;
import dev.retort.internal.adopt.AdoptionPlan;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.adopt.ForeignTool;
import dev.retort.internal.adopt.Guard;
import dev.retort.internal.adopt.ImportedRevisions;
import dev.retort.internal.adopt.RecordedAdoption;
import dev.retort.internal.history.AdoptionRows;
import dev.retort.internal.history.DatabaseState;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.script.RevisionScript;
import dev.retort.settings.AdoptionSettings;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what an adoption is about; changes nothing.
 *
 * @param settings which tool and table
 * @param schema the schema of the scripts; {@code null} for the session's
 * @param placeholders the values of placeholders of this database
 */
public record Adoptions(AdoptionSettings settings, @Nullable String schema, Map<String, String> placeholders) {

    private static final Logger log = LoggerFactory.getLogger(Adoptions.class);

    /** {@return the history table of another tool; empty when there is none} */
    public Optional<ForeignTable> table(MigrationConnection connection) throws SQLException {
        return new ForeignTables(settings, schema).find(connection);
    }

    /** {@return whether no revision is recorded: there is no version table, or the adoption was undone} */
    public static boolean isFree(DatabaseState state, MigrationConnection connection) throws SQLException {
        return state.versionTable() == null
                || (state.rows().isEmpty()
                        && state.hasHistory()
                        && AdoptionRows.undoneFor(connection, state.tables()).isPresent());
    }

    /** {@return the imported revisions of a build} */
    public static ImportedRevisions imported(
            RevisionGraph graph, Map<String, RevisionScript> scripts, ForeignTable table) {
        return ImportedRevisions.of(graph, scripts, table.tool());
    }

    /**
     * Translates the history of the other tool.
     *
     * @throws AdoptionRefusedException when the history says something that the revisions do not
     */
    public AdoptionPlan plan(
            MigrationConnection connection, ForeignTable table, ImportedRevisions imported, AdoptionChoices choices)
            throws SQLException {
        if (imported.isEmpty()) {
            throw new AdoptionRefusedException(
                    table.quoted(),
                    List.of("No revision of this build was imported from " + table.tool() + "."),
                    "Write the revisions with: import " + table.tool() + ". docs/from-" + table.tool()
                            + ".md shows a session.");
        }
        return ForeignTools.of(table).plan(connection, table, imported, choices);
    }

    /**
     * {@return what decides beside the history of the other tool}
     *
     * @param request what was asked
     * @param known the revisions that count as applied already
     */
    public AdoptionChoices choices(AdoptionRequest request, Set<String> known) {
        return new AdoptionChoices(request, settings.outOfOrder(), placeholders, known);
    }

    /** {@return how many rows the history of the other tool has} */
    public static int rows(MigrationConnection connection, ForeignTable table) throws SQLException {
        return connection.queryOne("SELECT pg_catalog.count(*)::integer FROM " + table.quoted(), row -> row.getInt(1));
    }

    /** {@return the table as the history of Retort records it, with the rows that are there} */
    public static String recorded(MigrationConnection connection, ForeignTable table) throws SQLException {
        if (!exists(connection, table)) {
            return table.recorded(0, List.of());
        }
        ForeignTool tool = ForeignTools.of(table);
        return table.recorded(tool.highestRow(connection, table), tool.rows(connection, table));
    }

    /** {@return how a database was adopted; empty when it was not, or the adoption was undone} */
    public static Optional<RecordedAdoption> adopted(MigrationConnection connection, DatabaseState state)
            throws SQLException {
        return state.hasHistory()
                ? AdoptionRows.adoptedFrom(connection, state.tables()).flatMap(RecordedAdoption::of)
                : Optional.empty();
    }

    /** {@return whether steps can be written to the table of an adopted database: it exists, and the role may} */
    public static boolean isMirrored(MigrationConnection connection, ForeignTable table) throws SQLException {
        if (!exists(connection, table)) {
            return false;
        }
        boolean writable = connection.queryOne(
                "SELECT pg_catalog.has_table_privilege(pg_catalog.to_regclass(?)::pg_catalog.oid, 'INSERT')"
                        + " AND pg_catalog.has_table_privilege(pg_catalog.to_regclass(?)::pg_catalog.oid, 'DELETE')",
                row -> row.getBoolean(1),
                table.quoted(),
                table.quoted());
        if (!writable) {
            log.warn(
                    "The role may not write to {}: a build that uses {} does not find there what this run does",
                    table.quoted(),
                    ForeignTools.of(table).title());
        }
        return writable;
    }

    /**
     * {@return the rows that the other tool wrote since the adoption, as messages name them}
     *
     * @param ran the revisions that runs of Retort have applied or downgraded since
     */
    public static List<String> foreignRows(
            MigrationConnection connection,
            RecordedAdoption adoption,
            ImportedRevisions imported,
            Collection<String> ran)
            throws SQLException {
        return exists(connection, adoption.table())
                ? ForeignTools.of(adoption.table()).foreignRows(connection, adoption, imported, ran)
                : List.of();
    }

    /**
     * {@return the rows of before the adoption that are gone or were changed since, as messages name them}
     *
     * @param ran the revisions that runs of Retort have applied or downgraded since
     */
    public static List<String> changedRows(
            MigrationConnection connection,
            RecordedAdoption adoption,
            ImportedRevisions imported,
            Collection<String> ran)
            throws SQLException {
        if (!exists(connection, adoption.table())) {
            return List.of();
        }
        ForeignTool tool = ForeignTools.of(adoption.table());
        Set<String> own = imported.originsOf(ran).map(tool::key).collect(Collectors.toSet());
        return adoption.changes(tool.rows(connection, adoption.table()), own);
    }

    /** {@return whether a table exists} */
    public static boolean exists(MigrationConnection connection, ForeignTable table) throws SQLException {
        return connection.queryOne(
                "SELECT pg_catalog.to_regclass(?) IS NOT NULL", row -> row.getBoolean(1), table.quoted());
    }

    /** Removes the guard of a table. */
    public static void removeGuard(MigrationConnection connection, ForeignTable table) throws SQLException {
        new Guard(connection, ForeignTools.of(table).guarded(connection, table)).drop();
    }

    /**
     * Creates the guard of a table, in the transaction of the adoption.
     *
     * @return whether the role may do that
     */
    public static boolean guard(
            MigrationConnection connection, ForeignTable table, String retortSchema, String heldCondition)
            throws SQLException {
        return new Guard(connection, ForeignTools.of(table).guarded(connection, table))
                .create(retortSchema, heldCondition);
    }
}
