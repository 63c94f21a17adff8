/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.flyway;

import dev.retort.internal.adopt.AdoptedRevision.Execution;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.imports.flyway.FlywayVersion;
import dev.retort.internal.jdbc.MigrationConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Flyway's history, all rows combined: an undo cancels its version, a deleted row does not
 * count, a baseline covers everything up to it.
 *
 * @param applied the versions that ran, each with its row
 * @param baseline the highest baseline; {@code null} when there is none
 * @param repeatables the newest row of each repeatable migration, by description
 * @param deleted the versions whose rows {@code repair} marked as deleted
 * @param failed the rows of migrations that failed
 * @param rows how many rows there are
 */
record FlywayHistory(
        TreeMap<FlywayVersion, FlywayRow> applied,
        @Nullable FlywayVersion baseline,
        Map<String, FlywayRow> repeatables,
        Map<FlywayVersion, FlywayRow> deleted,
        List<FlywayRow> failed,
        int rows) {

    private static final String ROWS = """
        SELECT installed_rank, version::pg_catalog.text, description::pg_catalog.text, type::pg_catalog.text, checksum,
            installed_by::pg_catalog.text, installed_on::pg_catalog.timestamptz, execution_time, success
        FROM %s ORDER BY installed_rank
        """;

    /** Reads the history; the time zone of the session is that of its times. */
    static FlywayHistory read(MigrationConnection connection, ForeignTable table) throws SQLException {
        return of(connection.query(ROWS.formatted(table.quoted()), FlywayHistory::row));
    }

    private static FlywayRow row(ResultSet row) throws SQLException {
        return new FlywayRow(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, Integer.class),
                new Execution(
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        Duration.ofMillis(row.getLong(8))),
                row.getBoolean(9));
    }

    static FlywayHistory of(List<FlywayRow> rows) {
        TreeMap<FlywayVersion, FlywayRow> applied = new TreeMap<>();
        Map<String, FlywayRow> repeatables = new HashMap<>();
        Map<FlywayVersion, FlywayRow> deleted = new TreeMap<>();
        List<FlywayRow> failed = new ArrayList<>();
        @Nullable FlywayVersion baseline = null;
        for (FlywayRow row : rows) {
            String written = row.version();
            FlywayVersion version =
                    written == null ? null : FlywayVersion.parse(written).orElse(null);
            if (row.type().equals("SCHEMA")) {
                continue;
            }
            if (!row.success()) {
                failed.add(row);
            } else if (version == null) {
                repeatable(row, repeatables);
            } else if (row.type().endsWith("BASELINE")) {
                baseline = baseline == null || version.compareTo(baseline) > 0 ? version : baseline;
            } else if (row.type().startsWith("UNDO")) {
                applied.remove(version);
            } else if (row.type().equals("DELETE")) {
                applied.remove(version);
                deleted.put(version, row);
            } else {
                applied.put(version, row);
                deleted.remove(version);
            }
        }
        return new FlywayHistory(applied, baseline, repeatables, deleted, failed, rows.size());
    }

    private static void repeatable(FlywayRow row, Map<String, FlywayRow> repeatables) {
        if (row.type().equals("DELETE")) {
            repeatables.remove(row.description());
        } else {
            repeatables.put(row.description(), row);
        }
    }

    /** {@return whether a baseline covers a version} */
    boolean covers(FlywayVersion version) {
        return baseline != null && version.compareTo(baseline) <= 0;
    }
}
