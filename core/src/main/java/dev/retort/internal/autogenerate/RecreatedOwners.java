/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.autogenerate;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.sql.Identifiers;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.ObjectOperation.GrantPrivileges;
import dev.retort.operation.ObjectOperation.RevokePrivileges;
import dev.retort.operation.Operation;
import dev.retort.operation.RoutineOperation.CreateRoutine;
import dev.retort.operation.ViewOperation.CreateMaterializedView;
import dev.retort.operation.ViewOperation.CreateView;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The owners of views and routines that do not belong to the role of the migrations. Such an object gets its owner again after a script
 * has dropped and created it.
 *
 * @param owners the owners
 * @param schema the schema that is not written
 */
record RecreatedOwners(
        Map<ObjectKey, String> owners, @Nullable String schema) {

    private static final List<String> SESSION =
            List.of("SELECT pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true)");

    private static final String OWNERS = """
        SELECT CASE WHEN c.relkind OPERATOR(pg_catalog.=) 'v' THEN 'VIEW' ELSE 'MATERIALIZED_VIEW' END,
               n.nspname, c.relname, '', o.rolname
          FROM pg_catalog.pg_class c
          JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
          JOIN pg_catalog.pg_roles o ON o.oid OPERATOR(pg_catalog.=) c.relowner
         WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{v,m}'::pg_catalog."char"[])
           AND n.nspname OPERATOR(pg_catalog.!~) '^(pg_|information_schema$)'
           AND o.rolname OPERATOR(pg_catalog.<>) COALESCE(?::pg_catalog.name, CURRENT_USER)
        UNION ALL
        SELECT CASE WHEN p.prokind OPERATOR(pg_catalog.=) 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END,
               n.nspname, p.proname, pg_catalog.oidvectortypes(p.proargtypes), o.rolname
          FROM pg_catalog.pg_proc p
          JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace
          JOIN pg_catalog.pg_roles o ON o.oid OPERATOR(pg_catalog.=) p.proowner
         WHERE p.prokind OPERATOR(pg_catalog.<>) 'a'
           AND n.nspname OPERATOR(pg_catalog.!~) '^(pg_|information_schema$)'
           AND o.rolname OPERATOR(pg_catalog.<>) COALESCE(?::pg_catalog.name, CURRENT_USER)
        """;

    /** {@return no owners} */
    static RecreatedOwners none() {
        return new RecreatedOwners(Map.of(), null);
    }

    /**
     * Reads the owners.
     *
     * @param connection a session in the database
     * @param role the role of the migrations; {@code null} for that of the session
     * @param schema the schema of the session
     */
    static RecreatedOwners read(MigrationConnection connection, @Nullable String role, @Nullable String schema)
            throws SQLException {
        Map<ObjectKey, String> owners = new HashMap<>();
        connection.queryAfter(
                SESSION,
                OWNERS,
                row -> owners.put(
                        ObjectKey.of(
                                ObjectKind.valueOf(row.getString(1)),
                                new QualifiedName(row.getString(2), row.getString(3)),
                                row.getString(4)),
                        row.getString(5)),
                role,
                role);
        return new RecreatedOwners(owners, schema);
    }

    List<AnnotatedOperation> restored(List<AnnotatedOperation> changes) {
        if (owners.isEmpty()) {
            return changes;
        }
        List<AnnotatedOperation> all = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            all.add(changes.get(i));
            ObjectKey key = created(changes.get(i).operation());
            String owner = key == null ? null : owners.get(key);
            if (key != null && owner != null) {
                while (i + 1 < changes.size()
                        && isOfPrivileges(changes.get(i + 1).operation(), key)) {
                    all.add(changes.get(++i));
                }
                all.add(AnnotatedOperation.of(ExecuteSql.of(
                        "ALTER " + key.kind().sql() + " " + name(key) + " OWNER TO " + Identifiers.quote(owner))));
            }
        }
        return all;
    }

    /** What default privileges give to the later owner is revoked before it owns the object, and would lose its own privileges. */
    private static boolean isOfPrivileges(Operation operation, ObjectKey key) {
        return (operation instanceof RevokePrivileges revoke && revoke.object().equals(key))
                || (operation instanceof GrantPrivileges grant && grant.object().equals(key));
    }

    private static @Nullable ObjectKey created(Operation operation) {
        if (operation instanceof CreateView create) {
            return create.definition().key();
        }
        if (operation instanceof CreateMaterializedView create) {
            return create.definition().key();
        }
        return operation instanceof CreateRoutine create ? create.definition().key() : null;
    }

    private String name(ObjectKey key) {
        String of = key.schema();
        boolean routine = key.kind() == ObjectKind.FUNCTION || key.kind() == ObjectKind.PROCEDURE;
        return Identifiers.quote(
                        of != null && of.equals(schema) ? null : of, key.name().name())
                + (routine ? "(" + key.detail() + ")" : "");
    }
}
