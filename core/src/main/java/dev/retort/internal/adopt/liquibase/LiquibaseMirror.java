/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.liquibase;

import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.adopt.ImportedRevisions;
import dev.retort.internal.adopt.Mirror;
import dev.retort.internal.imports.liquibase.ChangeSetName;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.script.ImportedFrom;
import dev.retort.internal.script.RevisionScript;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes imported revisions to Liquibase's history. */
final class LiquibaseMirror implements Mirror {

    private static final String INSERT = """
        INSERT INTO %s (id, author, filename, dateexecuted, orderexecuted, exectype, md5sum, description, comments, liquibase)
        SELECT ?, ?, ?, pg_catalog.now(), coalesce(pg_catalog.max(orderexecuted), 0) OPERATOR(pg_catalog.+) 1,
            'EXECUTED', ?, 'by Retort', '', 'Retort'
        FROM %s
        """;

    /** Builds with an older Liquibase do not know the newest version of checksums. */
    private static final String NEWEST_CHECKSUM =
            "SELECT md5sum FROM %s WHERE md5sum IS NOT NULL ORDER BY orderexecuted DESC LIMIT 1";

    private final MigrationConnection connection;
    private final ForeignTable table;

    LiquibaseMirror(MigrationConnection connection, ForeignTable table) {
        this.connection = connection;
        this.table = table;
    }

    @Override
    public void record(RevisionScript script, boolean upgrade) throws SQLException {
        for (ImportedFrom from : ImportedFrom.of(script)) {
            if (from.tool().equals(table.tool())) {
                remove(ChangeSetName.of(from.names()));
                if (upgrade) {
                    add(from);
                }
            }
        }
    }

    @Override
    public void addMissing(ImportedRevisions imported, Set<String> applied) throws SQLException {
        LiquibaseHistory history = LiquibaseHistory.read(connection, table);
        for (String id : imported.ids()) {
            for (ImportedFrom from : imported.originsOf(id)) {
                if (applied.contains(id) && !history.applied().containsKey(ChangeSetName.of(from.names()))) {
                    add(from);
                }
            }
        }
    }

    private void add(ImportedFrom from) throws SQLException {
        connection.update(
                INSERT.formatted(table.quoted(), table.quoted()),
                from.names().get(0),
                from.names().get(1),
                from.names().get(2),
                checksum(from.checksums()));
    }

    private @Nullable String checksum(List<String> checksums) throws SQLException {
        List<String> newest = connection.query(NEWEST_CHECKSUM.formatted(table.quoted()), row -> row.getString(1));
        String version =
                newest.isEmpty() ? "" : newest.get(0).substring(0, newest.get(0).indexOf(':') + 1);
        return checksums.stream()
                .filter(one -> one.startsWith(version))
                .findFirst()
                .orElse(checksums.isEmpty() ? null : checksums.get(0));
    }

    private void remove(ChangeSetName name) throws SQLException {
        List<String> files = connection.query(
                "SELECT filename FROM " + table.quoted()
                        + " WHERE id OPERATOR(pg_catalog.=) ? AND author OPERATOR(pg_catalog.=) ?",
                row -> row.getString(1),
                name.id(),
                name.author());
        for (String file : files) {
            if (new ChangeSetName(name.id(), name.author(), file).equals(name)) {
                connection.update(
                        "DELETE FROM " + table.quoted()
                                + " WHERE id OPERATOR(pg_catalog.=) ? AND author OPERATOR(pg_catalog.=) ?"
                                + " AND filename OPERATOR(pg_catalog.=) ?",
                        name.id(),
                        name.author(),
                        file);
            }
        }
    }
}
