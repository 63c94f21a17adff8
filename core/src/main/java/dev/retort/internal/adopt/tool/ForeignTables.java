/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.tool;

import dev.retort.error.RetortException;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.settings.AdoptionSettings;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the history table of another tool by its columns, in the schema of the scripts unless the settings name it. */
public final class ForeignTables {

    /** The name may be any: both tools let it be set. */
    private static final String FIND = """
        SELECT t.tool, n.nspname::pg_catalog.text, c.relname::pg_catalog.text
        FROM (VALUES ('flyway', '{installed_rank,installed_on,success}'::pg_catalog.name[]),
            ('liquibase', '{orderexecuted,exectype,md5sum}')) AS t (tool, columns)
        CROSS JOIN pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
        WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p}')
          AND n.nspname OPERATOR(pg_catalog.=) coalesce(?::pg_catalog.text, pg_catalog.current_schema()::pg_catalog.text)
          AND (?::pg_catalog.text IS NULL OR c.relname OPERATOR(pg_catalog.=) ?::pg_catalog.text)
          AND (?::pg_catalog.text IS NULL OR t.tool OPERATOR(pg_catalog.=) ?::pg_catalog.text)
          AND (SELECT pg_catalog.count(*) FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND NOT a.attisdropped
              AND a.attname OPERATOR(pg_catalog.=) ANY (t.columns)) OPERATOR(pg_catalog.=) 3
        ORDER BY 1, 2, 3
        """;

    private final AdoptionSettings settings;
    private final @Nullable String schema;

    /**
     * Creates a finder.
     *
     * @param settings which tool and table
     * @param schema the schema of the scripts; {@code null} for the session's
     */
    public ForeignTables(AdoptionSettings settings, @Nullable String schema) {
        this.settings = settings;
        this.schema = schema;
    }

    /**
     * {@return the table; empty when there is none}
     *
     * @throws RetortException when there are several, or the settings name one that is not there
     */
    public Optional<ForeignTable> find(MigrationConnection connection) throws SQLException {
        String from = settings.from();
        String tool = from == null ? null : ForeignTools.named(from).name();
        String named = settings.table();
        int dot = named == null ? -1 : named.indexOf('.');
        String inSchema = dot < 0 || named == null ? schema : named.substring(0, dot);
        String name = named == null ? null : named.substring(dot + 1);
        List<ForeignTable> found = connection.query(
                FIND,
                row -> new ForeignTable(row.getString(1), row.getString(2), row.getString(3)),
                inSchema,
                name,
                name,
                tool,
                tool);
        if (found.size() > 1) {
            throw new RetortException(
                    "Several tables could be the history of another tool: "
                            + String.join(
                                    ", ",
                                    found.stream().map(ForeignTable::quoted).toList()) + ".",
                    "Retort adopts a database from one of them.",
                    "Name the tool with retort.adopt.from, or the table with retort.adopt.table.");
        }
        return found.stream().findFirst();
    }
}
