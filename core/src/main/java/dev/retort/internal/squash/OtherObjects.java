/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.internal.jdbc.MigrationConnection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a comparison of two schemas does not describe, and generates no statements for: objects of kinds that applications seldom
 * have, owners, and properties of tables and columns that only change how they are stored.
 */
final class OtherObjects {

    private static final String KINDS = Stream.of(
                    "pg_event_trigger",
                    "pg_publication",
                    "pg_foreign_data_wrapper",
                    "pg_foreign_server",
                    "pg_user_mapping",
                    "pg_operator",
                    "pg_opclass",
                    "pg_opfamily",
                    "pg_cast",
                    "pg_ts_config",
                    "pg_ts_dict",
                    "pg_ts_parser",
                    "pg_ts_template",
                    "pg_language",
                    "pg_conversion",
                    "pg_transform",
                    "pg_am")
            .map(kind -> "SELECT 'pg_catalog." + kind + "'::pg_catalog.regclass::pg_catalog.oid, oid FROM pg_catalog."
                    + kind)
            .collect(Collectors.joining(" UNION ALL "));

    private static final String OBJECTS = """
        SELECT pg_catalog.concat(i.type, ' ', i.identity)
        FROM (%s) AS o(classid, objid)
        CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.classid, o.objid, 0) AS i
        WHERE o.objid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
            WHERE d.classid OPERATOR(pg_catalog.=) o.classid AND d.objid OPERATOR(pg_catalog.=) o.objid
              AND d.deptype OPERATOR(pg_catalog.=) 'e')
        """.formatted(KINDS);

    private static final String RELATIONS = """
        SELECT pg_catalog.concat('relation ', n.nspname, '.', c.relname,
            ', of ', pg_catalog.pg_get_userbyid(c.relowner), ', replica identity ', c.relreplident,
            CASE WHEN i.indisclustered THEN ', clustered' END, CASE WHEN i.indisreplident THEN ', replica identity' END)
        FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
        LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid OPERATOR(pg_catalog.=) c.oid
        WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,m,v,f,i,I}')
          AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'
          AND NOT (coalesce(%1$s) OPERATOR(pg_catalog.=) ANY (?::pg_catalog.name[]))
        """.formatted(
                    "(SELECT t.relname FROM pg_catalog.pg_class AS t WHERE t.oid OPERATOR(pg_catalog.=) i.indrelid), c.relname");

    private static final String COLUMNS = """
        SELECT pg_catalog.concat('column ', n.nspname, '.', c.relname, '.', a.attname, ', storage ', a.attstorage,
            ', statistics ', a.attstattarget, ', options ', a.attoptions)
        FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) a.attrelid
        JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
        WHERE a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped AND c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,m,f}')
          AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'
          AND NOT (c.relname OPERATOR(pg_catalog.=) ANY (?::pg_catalog.name[]))
        """;

    private OtherObjects() {}

    /** {@return a line for each, in no order} */
    static List<String> read(MigrationConnection connection, List<String> own) throws SQLException {
        List<String> found = new ArrayList<>(connection.query(OBJECTS, row -> row.getString(1)));
        found.addAll(connection.query(RELATIONS, row -> row.getString(1), own));
        found.addAll(connection.query(COLUMNS, row -> row.getString(1), own));
        return found;
    }
}
