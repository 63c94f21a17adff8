/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads which views, routines and triggers a scratch database has, by the names that a catalog reading has for them. The names of
 * types are written as with an empty search_path, as the catalog reader has them.
 */
final class StatedObjectReader {

    private static final List<String> SESSION =
            List.of("SELECT pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true)");

    private static final String OBJECTS = """
        SELECT CASE WHEN c.relkind OPERATOR(pg_catalog.=) 'v' THEN 'VIEW' ELSE 'MATERIALIZED_VIEW' END,
               n.nspname, c.relname, ''
          FROM pg_catalog.pg_class c
          JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
         WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{v,m}'::pg_catalog."char"[])
           AND n.nspname OPERATOR(pg_catalog.!~) '^(pg_|information_schema$)'
        UNION ALL
        SELECT CASE WHEN p.prokind OPERATOR(pg_catalog.=) 'p' THEN 'PROCEDURE'
                    WHEN p.prokind OPERATOR(pg_catalog.=) 'a' THEN 'AGGREGATE' ELSE 'FUNCTION' END,
               n.nspname, p.proname, pg_catalog.oidvectortypes(p.proargtypes)
          FROM pg_catalog.pg_proc p
          JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace
         WHERE n.nspname OPERATOR(pg_catalog.!~) '^(pg_|information_schema$)'
        UNION ALL
        SELECT 'TRIGGER', n.nspname, c.relname, t.tgname
          FROM pg_catalog.pg_trigger t
          JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.tgrelid
          JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
         WHERE NOT t.tgisinternal AND t.tgparentid OPERATOR(pg_catalog.=) 0
           AND c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p}'::pg_catalog."char"[])
        """;

    private final MigrationConnection connection;

    StatedObjectReader(MigrationConnection connection) {
        this.connection = connection;
    }

    Set<ObjectKey> read() throws SQLException {
        return new LinkedHashSet<>(connection.queryAfter(
                SESSION,
                OBJECTS,
                row -> ObjectKey.of(
                        ObjectKind.valueOf(row.getString(1)),
                        new QualifiedName(row.getString(2), row.getString(3)),
                        row.getString(4))));
    }
}
