/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.flyway;

import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.adopt.ImportedRevisions;
import dev.retort.internal.adopt.Mirror;
import dev.retort.internal.imports.flyway.FlywayVersion;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.script.ImportedFrom;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Squash;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes imported revisions that Retort applies or downgrades to Flyway's history, in the transaction of the step: a
 * deployment that goes back to a build with Flyway finds there what it would have written itself.
 */
final class FlywayMirror implements Mirror {

    private static final String INSERT = """
        INSERT INTO %s (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
        SELECT coalesce(pg_catalog.max(installed_rank), 0) OPERATOR(pg_catalog.+) 1, ?, ?, ?, ?, ?::integer,
            current_user::pg_catalog.text, 0, true
        FROM %s
        """;

    /** A baseline covers more than one version, so it stays. */
    private static final String NOT_BASELINE = " WHERE version IS NOT NULL AND type OPERATOR(pg_catalog.<>) 'BASELINE'";

    private final MigrationConnection connection;
    private final ForeignTable table;
    private final Map<String, String> placeholders;

    /**
     * Creates a mirror.
     *
     * @param connection the connection of the steps
     * @param table Flyway's history
     * @param placeholders the values of this database
     */
    FlywayMirror(MigrationConnection connection, ForeignTable table, Map<String, String> placeholders) {
        this.connection = connection;
        this.table = table;
        this.placeholders = placeholders;
    }

    @Override
    public void record(RevisionScript script, boolean upgrade) throws SQLException {
        for (ImportedFrom from : ImportedFrom.of(script)) {
            if (from.tool().equals(table.tool()) && upgrade) {
                add(script, from);
            } else if (from.tool().equals(table.tool())) {
                remove(from);
            }
        }
    }

    @Override
    public void addMissing(ImportedRevisions imported, Set<String> applied) throws SQLException {
        FlywayHistory history = FlywayHistory.read(connection, table);
        for (String id : imported.ids()) {
            for (ImportedFrom from : imported.originsOf(id)) {
                if (applied.contains(id) && !has(history, from)) {
                    add(Objects.requireNonNull(imported.script(id)), from);
                }
            }
        }
    }

    private static boolean has(FlywayHistory history, ImportedFrom from) {
        String name = from.names().get(0);
        if ("R".equals(from.kind())) {
            return history.repeatables().containsKey(name);
        }
        return FlywayVersion.parse(name)
                .filter(version -> history.applied().containsKey(version) || history.covers(version))
                .isPresent();
    }

    private void add(RevisionScript script, ImportedFrom from) throws SQLException {
        boolean repeatable = "R".equals(from.kind());
        String name = from.names().get(0);
        String description = repeatable ? name : description(script, from);
        String file = from.kind() + (repeatable ? "" : name) + "__" + description.replace(' ', '_') + ".sql";
        connection.update(
                INSERT.formatted(table.quoted(), table.quoted()),
                repeatable ? null : name,
                description,
                "B".equals(from.kind()) ? "SQL_BASELINE" : "SQL",
                file,
                checksum(script, from, repeatable));
    }

    private static String description(RevisionScript script, ImportedFrom from) {
        Squash squash = script.squash();
        return squash == null
                ? script.message()
                : squash.origins(ImportedFrom.of(script)).entrySet().stream()
                        .filter(entry -> entry.getValue().equals(from))
                        .map(entry -> entry.getKey().message())
                        .findFirst()
                        .orElseGet(script::message);
    }

    private @Nullable Integer checksum(RevisionScript script, ImportedFrom from, boolean repeatable) {
        if (repeatable) {
            return RepeatableText.of(script, from).checksum(script.placeholders(), placeholders);
        }
        return from.checksums().isEmpty()
                ? null
                : Integer.valueOf(from.checksums().get(0));
    }

    private void remove(ImportedFrom from) throws SQLException {
        if ("R".equals(from.kind())) {
            connection.update(
                    "DELETE FROM " + table.quoted() + " WHERE version IS NULL AND description OPERATOR(pg_catalog.=) ?",
                    from.names().get(0));
            return;
        }
        FlywayVersion version = FlywayVersion.parse(from.names().get(0)).orElse(null);
        List<Integer> ranks = new ArrayList<>();
        connection.query("SELECT installed_rank, version FROM " + table.quoted() + NOT_BASELINE, row -> {
            FlywayVersion other = FlywayVersion.parse(row.getString(2)).orElse(null);
            if (version != null && other != null && version.compareTo(other) == 0) {
                ranks.add(row.getInt(1));
            }
            return row.getInt(1);
        });
        for (Integer rank : ranks) {
            connection.update("DELETE FROM " + table.quoted() + " WHERE installed_rank OPERATOR(pg_catalog.=) ?", rank);
        }
    }
}
