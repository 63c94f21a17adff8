/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.liquibase;

import dev.retort.error.RetortException;
import dev.retort.internal.adopt.AdoptionChoices;
import dev.retort.internal.adopt.AdoptionPlan;
import dev.retort.internal.adopt.ForeignLock;
import dev.retort.internal.adopt.ForeignRow;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.adopt.ForeignTool;
import dev.retort.internal.adopt.ImportedRevisions;
import dev.retort.internal.adopt.Mirror;
import dev.retort.internal.adopt.RecordedAdoption;
import dev.retort.internal.imports.liquibase.ChangeSetName;
import dev.retort.internal.imports.liquibase.LiquibaseSeries;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.Sleeper;
import dev.retort.internal.script.ImportedFrom;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Liquibase: a table of change sets, and a table whose row is its lock. */
public final class LiquibaseTool implements ForeignTool {

    private static final String LOCK_TABLES = """
        SELECT c.relname::pg_catalog.text
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
        WHERE c.relkind OPERATOR(pg_catalog.=) 'r' AND n.nspname OPERATOR(pg_catalog.=) ?::pg_catalog.name
          AND (SELECT pg_catalog.count(*) FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND NOT a.attisdropped
              AND a.attname OPERATOR(pg_catalog.=) ANY ('{id,locked,lockgranted,lockedby}'::pg_catalog.name[]))
                OPERATOR(pg_catalog.=) 4
        ORDER BY 1
        """;

    @Override
    public String name() {
        return LiquibaseSeries.TOOL;
    }

    @Override
    public String title() {
        return "Liquibase";
    }

    @Override
    public AdoptionPlan plan(
            MigrationConnection connection, ForeignTable table, ImportedRevisions imported, AdoptionChoices choices)
            throws SQLException {
        return LiquibaseAdoption.plan(table, LiquibaseHistory.read(connection, table), imported, choices);
    }

    @Override
    public int highestRow(MigrationConnection connection, ForeignTable table) throws SQLException {
        return connection.queryOne(
                "SELECT coalesce(pg_catalog.max(orderexecuted), 0)::integer FROM " + table.quoted(),
                row -> row.getInt(1));
    }

    @Override
    public List<String> foreignRows(
            MigrationConnection connection,
            RecordedAdoption adoption,
            ImportedRevisions imported,
            Collection<String> ran)
            throws SQLException {
        Set<ChangeSetName> mirrored = imported.originsOf(ran)
                .map(from -> ChangeSetName.of(from.names()))
                .collect(Collectors.toSet());
        return LiquibaseHistory.read(connection, adoption.table()).applied().values().stream()
                .filter(row -> row.order() > adoption.highestRow() && !mirrored.contains(row.name()))
                .map(row -> row.name() + " (" + row.type() + ")")
                .toList();
    }

    @Override
    public List<ForeignRow> rows(MigrationConnection connection, ForeignTable table) throws SQLException {
        return connection.query(
                "SELECT orderexecuted, id::pg_catalog.text, author::pg_catalog.text, filename::pg_catalog.text,"
                        + " exectype::pg_catalog.text, md5sum::pg_catalog.text FROM " + table.quoted()
                        + " ORDER BY orderexecuted",
                row -> ForeignRow.of(
                        row.getInt(1),
                        new ChangeSetName(row.getString(2), row.getString(3), row.getString(4)).toString(),
                        row.getString(5),
                        row.getString(6)));
    }

    @Override
    public ForeignTable guarded(MigrationConnection connection, ForeignTable table) throws SQLException {
        return lockTable(connection, table).orElse(table);
    }

    /** Its name may be any; by default it is that of the history with this end. */
    private static Optional<ForeignTable> lockTable(MigrationConnection connection, ForeignTable table)
            throws SQLException {
        List<String> found = connection.query(LOCK_TABLES, row -> row.getString(1), table.schema());
        String usual = table.name() + "lock";
        if (found.size() > 1 && !found.contains(usual)) {
            throw new RetortException(
                    "The database of " + table.quoted() + " was not adopted; nothing was changed.",
                    "Several tables of its schema could have the lock of Liquibase: " + String.join(", ", found) + ".",
                    "Drop those that no build uses.");
        }
        return (found.contains(usual) ? Optional.of(usual) : found.stream().findFirst())
                .map(name -> new ForeignTable(table.tool(), table.schema(), name));
    }

    @Override
    public ForeignLock lock(MigrationConnection connection, ForeignTable table, Sleeper sleeper) throws SQLException {
        return new LiquibaseLock(connection, lockTable(connection, table).orElse(null), sleeper);
    }

    @Override
    public Mirror mirror(MigrationConnection connection, ForeignTable table, Map<String, String> placeholders) {
        return new LiquibaseMirror(connection, table);
    }

    @Override
    public Map<String, List<String>> checksums(MigrationConnection connection, ForeignTable table) throws SQLException {
        Map<String, List<String>> checksums = new HashMap<>();
        LiquibaseHistory.read(connection, table).applied().forEach((name, row) -> {
            String checksum = row.checksum();
            if (checksum != null) {
                checksums.put(name.toString(), List.of(checksum));
            }
        });
        return checksums;
    }

    @Override
    public String key(ImportedFrom from) {
        return ChangeSetName.of(from.names()).toString();
    }
}
