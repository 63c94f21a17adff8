/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.internal.sql.Identifiers;
import dev.retort.settings.TableNames;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a schema, without those of extensions and without Retort's own tables.
 *
 * @param schema the schema; {@code null} for the session's
 * @param own the names of Retort's tables
 */
public record SchemaObjects(@Nullable String schema, TableNames own) {

    /** {@return a query for the first three of them, tables before others, in one column} */
    public String query() {
        String namespace = "pg_catalog.to_regnamespace(pg_catalog.quote_ident("
                + (schema == null ? "pg_catalog.current_schema()" : Identifiers.literal(schema)) + "))";
        String tables = List.of(own.version(), own.history(), own.script(), own.progress()).stream()
                .map(Identifiers::literal)
                .collect(Collectors.joining(", "));
        return """
            SELECT pg_catalog.concat(kind, ' ', name) FROM (
                SELECT 'table' AS kind, c.relname AS name, c.oid,
                    'pg_catalog.pg_class'::pg_catalog.regclass AS catalog
                FROM pg_catalog.pg_class AS c
                WHERE c.relnamespace OPERATOR(pg_catalog.=) %1$s
                  AND c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,v,m,f}')
                  AND c.relname OPERATOR(pg_catalog.<>) ALL (ARRAY[%2$s])
                UNION ALL
                SELECT 'function', p.proname, p.oid, 'pg_catalog.pg_proc'::pg_catalog.regclass
                FROM pg_catalog.pg_proc AS p WHERE p.pronamespace OPERATOR(pg_catalog.=) %1$s
                UNION ALL
                SELECT 'type', t.typname, t.oid, 'pg_catalog.pg_type'::pg_catalog.regclass
                FROM pg_catalog.pg_type AS t WHERE t.typnamespace OPERATOR(pg_catalog.=) %1$s
                  AND t.typtype OPERATOR(pg_catalog.=) ANY ('{e,d,r}')) AS o
            WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                WHERE d.classid OPERATOR(pg_catalog.=) o.catalog AND d.objid OPERATOR(pg_catalog.=) o.oid
                  AND d.deptype OPERATOR(pg_catalog.=) 'e')
            ORDER BY kind OPERATOR(pg_catalog.<>) 'table', name LIMIT 3
            """.formatted(namespace, tables);
    }
}
