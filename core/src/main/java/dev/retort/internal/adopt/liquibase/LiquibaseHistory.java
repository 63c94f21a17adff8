/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.liquibase;

import dev.retort.internal.adopt.AdoptedRevision.Execution;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.imports.liquibase.ChangeSetName;
import dev.retort.internal.jdbc.MigrationConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Liquibase's history: the change sets that it has run or marked as run, in its order.
 *
 * @param applied the newest row of each
 * @param others the rows that say something else, such as a failure
 */
record LiquibaseHistory(Map<ChangeSetName, LiquibaseRow> applied, List<LiquibaseRow> others) {

    private static final Set<String> APPLIED = Set.of("EXECUTED", "RERAN", "MARK_RAN");

    /** Liquibase does not record who ran a change set, nor how long it took. */
    private static final String USER = "liquibase";

    private static final String ROWS = """
        SELECT id::pg_catalog.text, author::pg_catalog.text, filename::pg_catalog.text, orderexecuted,
            exectype::pg_catalog.text, md5sum::pg_catalog.text, dateexecuted::pg_catalog.timestamptz
        FROM %s ORDER BY orderexecuted, dateexecuted
        """;

    /** Reads the history; the time zone of the session is that of its times. */
    static LiquibaseHistory read(MigrationConnection connection, ForeignTable table) throws SQLException {
        List<LiquibaseRow> rows = connection.query(ROWS.formatted(table.quoted()), LiquibaseHistory::row);
        Map<ChangeSetName, LiquibaseRow> applied = new LinkedHashMap<>();
        rows.stream().filter(row -> APPLIED.contains(row.type())).forEach(row -> applied.put(row.name(), row));
        return new LiquibaseHistory(
                applied,
                rows.stream().filter(row -> !APPLIED.contains(row.type())).toList());
    }

    private static LiquibaseRow row(ResultSet row) throws SQLException {
        return new LiquibaseRow(
                new ChangeSetName(row.getString(1), row.getString(2), row.getString(3)),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                new Execution(USER, row.getObject(7, OffsetDateTime.class).toInstant(), Duration.ZERO));
    }
}
