/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.flyway;

import dev.retort.internal.adopt.AdoptionChoices;
import dev.retort.internal.adopt.AdoptionPlan;
import dev.retort.internal.adopt.ForeignLock;
import dev.retort.internal.adopt.ForeignRow;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.adopt.ForeignTool;
import dev.retort.internal.adopt.ImportedRevisions;
import dev.retort.internal.adopt.Mirror;
import dev.retort.internal.adopt.RecordedAdoption;
import dev.retort.internal.imports.flyway.FlywaySeries;
import dev.retort.internal.imports.flyway.FlywayVersion;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.Sleeper;
import dev.retort.internal.script.ImportedFrom;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Flyway: one table of versions and repeatable migrations, and an advisory lock. */
public final class FlywayTool implements ForeignTool {

    @Override
    public String name() {
        return FlywaySeries.TOOL;
    }

    @Override
    public String title() {
        return "Flyway";
    }

    @Override
    public AdoptionPlan plan(
            MigrationConnection connection, ForeignTable table, ImportedRevisions imported, AdoptionChoices choices)
            throws SQLException {
        return FlywayAdoption.plan(table, FlywayHistory.read(connection, table), imported, choices);
    }

    @Override
    public int highestRow(MigrationConnection connection, ForeignTable table) throws SQLException {
        return connection.queryOne(
                "SELECT coalesce(pg_catalog.max(installed_rank), 0)::integer FROM " + table.quoted(),
                row -> row.getInt(1));
    }

    @Override
    public List<String> foreignRows(
            MigrationConnection connection,
            RecordedAdoption adoption,
            ImportedRevisions imported,
            Collection<String> ran)
            throws SQLException {
        Set<String> mirrored = imported.originsOf(ran).map(FlywayTool::name).collect(Collectors.toSet());
        return connection
                .query(
                        "SELECT coalesce(version, '')::pg_catalog.text, description::pg_catalog.text, type::pg_catalog.text FROM "
                                + adoption.table().quoted()
                                + " WHERE installed_rank OPERATOR(pg_catalog.>) ? ORDER BY installed_rank",
                        row -> new String[] {row.getString(1), row.getString(2), row.getString(3)},
                        adoption.highestRow())
                .stream()
                .filter(row -> !row[2].startsWith("SQL") || !mirrored.contains(name(row[0], row[1])))
                .map(row -> (row[0].isEmpty() ? row[1] : row[0]) + " (" + row[2] + ")")
                .toList();
    }

    @Override
    public List<ForeignRow> rows(MigrationConnection connection, ForeignTable table) throws SQLException {
        return connection.query(
                "SELECT installed_rank, version::pg_catalog.text, description::pg_catalog.text, type::pg_catalog.text,"
                        + " script::pg_catalog.text, checksum, success FROM " + table.quoted()
                        + " ORDER BY installed_rank",
                row -> ForeignRow.of(
                        row.getInt(1),
                        key(row.getString(2), row.getString(3)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, Integer.class),
                        row.getBoolean(7)));
    }

    private static String key(@Nullable String version, String description) {
        return version == null
                ? "R " + description
                : "V " + FlywayVersion.parse(version).map(FlywayVersion::key).orElse(version);
    }

    private static String name(ImportedFrom from) {
        return "R".equals(from.kind())
                ? name("", from.names().get(0))
                : name(from.names().get(0), "");
    }

    private static String name(String version, String description) {
        return version.isEmpty() ? "R " + description : "V " + version;
    }

    @Override
    public ForeignTable guarded(MigrationConnection connection, ForeignTable table) {
        return table;
    }

    @Override
    public ForeignLock lock(MigrationConnection connection, ForeignTable table, Sleeper sleeper) {
        return new FlywayLock(connection, table, sleeper);
    }

    @Override
    public Mirror mirror(MigrationConnection connection, ForeignTable table, Map<String, String> placeholders) {
        return new FlywayMirror(connection, table, placeholders);
    }

    @Override
    public Map<String, List<String>> checksums(MigrationConnection connection, ForeignTable table) throws SQLException {
        Map<String, List<String>> checksums = new HashMap<>();
        FlywayHistory history = FlywayHistory.read(connection, table);
        history.applied().forEach((version, row) -> add(checksums, "V " + version.key(), row));
        history.repeatables().forEach((description, row) -> add(checksums, "R " + description, row));
        return checksums;
    }

    private static void add(Map<String, List<String>> checksums, String migration, FlywayRow row) {
        Integer checksum = row.checksum();
        if (checksum != null) {
            checksums.put(migration, List.of(String.valueOf(checksum)));
        }
    }

    @Override
    public String key(ImportedFrom from) {
        String name = from.names().get(0);
        return key("R".equals(from.kind()) ? null : name, name);
    }
}
