/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import dev.retort.internal.jdbc.MigrationConnection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Properties of a database that no operation covers, but that a migration can change and a downgrade can miss.
 *
 * @param facts one line each, sorted
 */
record FurtherFacts(List<String> facts) {

    private static final String QUERY = """
        SELECT fact FROM (
            SELECT pg_catalog.format('options of column %s.%I: %s', a.attrelid::pg_catalog.regclass, a.attname,
                a.attoptions) AS fact
            FROM pg_catalog.pg_attribute AS a WHERE a.attoptions IS NOT NULL AND NOT a.attisdropped
            UNION ALL
            SELECT pg_catalog.format('CLUSTER ON %s', i.indexrelid::pg_catalog.regclass)
            FROM pg_catalog.pg_index AS i WHERE i.indisclustered
            UNION ALL
            SELECT pg_catalog.format('setting of the database, role %s: %s', s.setrole::pg_catalog.regrole, v)
            FROM pg_catalog.pg_db_role_setting AS s
            JOIN pg_catalog.pg_database AS d ON d.oid OPERATOR(pg_catalog.=) s.setdatabase
            CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS v
            WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
            UNION ALL
            SELECT pg_catalog.format('privilege on the database: %s', acl)
            FROM pg_catalog.pg_database AS d
            CROSS JOIN LATERAL pg_catalog.unnest(
                COALESCE(d.datacl, pg_catalog.acldefault('d', d.datdba))) AS acl
            WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
            UNION ALL
            SELECT pg_catalog.format('default privilege of %s in schema %s, kind %s: %s',
                a.defaclrole::pg_catalog.regrole, a.defaclnamespace::pg_catalog.regnamespace, a.defaclobjtype, acl)
            FROM pg_catalog.pg_default_acl AS a CROSS JOIN LATERAL pg_catalog.unnest(a.defaclacl) AS acl
            UNION ALL
            SELECT pg_catalog.format('privilege on %s: %s', c.oid::pg_catalog.regclass, acl)
            FROM pg_catalog.pg_class AS c CROSS JOIN LATERAL pg_catalog.unnest(c.relacl) AS acl
            WHERE c.oid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid
                AND c.relname OPERATOR(pg_catalog.<>) ALL (?::pg_catalog.name[])
            UNION ALL
            SELECT pg_catalog.format('privilege on column %s.%I: %s', a.attrelid::pg_catalog.regclass, a.attname, acl)
            FROM pg_catalog.pg_attribute AS a CROSS JOIN LATERAL pg_catalog.unnest(a.attacl) AS acl
            WHERE a.attrelid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid
            UNION ALL
            SELECT pg_catalog.format('privilege on schema %I: %s', n.nspname, acl)
            FROM pg_catalog.pg_namespace AS n CROSS JOIN LATERAL pg_catalog.unnest(n.nspacl) AS acl
            UNION ALL
            SELECT pg_catalog.format('privilege on %s: %s', p.oid::pg_catalog.regprocedure, acl)
            FROM pg_catalog.pg_proc AS p CROSS JOIN LATERAL pg_catalog.unnest(p.proacl) AS acl
            WHERE p.oid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid
            UNION ALL
            SELECT pg_catalog.format('privilege on type %s: %s', t.oid::pg_catalog.regtype, acl)
            FROM pg_catalog.pg_type AS t CROSS JOIN LATERAL pg_catalog.unnest(t.typacl) AS acl
            WHERE t.oid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid
        ) AS facts WHERE fact IS NOT NULL ORDER BY fact
        """;

    /** Copies the list. */
    FurtherFacts {
        facts = List.copyOf(facts);
    }

    /**
     * Reads them.
     *
     * @param ours the tables of migration tools, whose privileges are ignored
     */
    static FurtherFacts read(MigrationConnection session, List<String> ours) throws SQLException {
        return new FurtherFacts(session.query(QUERY, row -> row.getString(1), ours));
    }

    /** {@return the differences as comments; empty if there are none} */
    String changesTo(FurtherFacts others) {
        List<String> left = new ArrayList<>(facts);
        left.removeAll(others.facts);
        List<String> missing = new ArrayList<>(others.facts);
        missing.removeAll(facts);
        StringBuilder text = new StringBuilder();
        left.forEach(fact -> text.append("-- to remove: ").append(fact).append('\n'));
        missing.forEach(fact -> text.append("-- to set: ").append(fact).append('\n'));
        return text.toString();
    }
}
