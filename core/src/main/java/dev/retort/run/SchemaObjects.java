/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.history.TableNames;
import dev.retort.sql.Identifiers;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a schema, without those of extensions and without Retort's own tables.
 *
 * @param schema the schema; {@code null} for the session's
 * @param own the names of Retort's tables
 */
record SchemaObjects(@Nullable String schema, TableNames own) {

    /** {@return a query for the first three of them, tables before others, in one column} */
    String query() {
        String namespace = "to_regnamespace(quote_ident("
                + (schema == null ? "current_schema()" : Identifiers.literal(schema)) + "))";
        String tables = List.of(own.version(), own.history(), own.script(), own.progress()).stream()
                .map(Identifiers::literal)
                .collect(Collectors.joining(", "));
        return """
                SELECT kind || ' ' || name FROM (
                    SELECT 'table' AS kind, c.relname AS name, c.oid, 'pg_catalog.pg_class'::regclass AS catalog
                    FROM pg_catalog.pg_class AS c
                    WHERE c.relnamespace = %1$s
                      AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relname NOT IN (%2$s)
                    UNION ALL
                    SELECT 'function', p.proname, p.oid, 'pg_catalog.pg_proc'::regclass FROM pg_catalog.pg_proc AS p
                    WHERE p.pronamespace = %1$s
                    UNION ALL
                    SELECT 'type', t.typname, t.oid, 'pg_catalog.pg_type'::regclass FROM pg_catalog.pg_type AS t
                    WHERE t.typnamespace = %1$s
                      AND t.typtype IN ('e', 'd', 'r')) AS o
                WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                    WHERE d.classid = o.catalog AND d.objid = o.oid AND d.deptype = 'e')
                ORDER BY kind <> 'table', name LIMIT 3
                """.formatted(namespace, tables);
    }
}
