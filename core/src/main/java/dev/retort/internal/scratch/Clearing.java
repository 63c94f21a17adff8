/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.sql.Identifiers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Empties a database that retort.scratch-url names, and that the role may not make another beside. It is ours when it was
 * empty when first seen: a schema then marks it, with the extensions that it had, which stay.
 */
final class Clearing {

    static final String MARK = "retort_scratch";

    /** Without objects that PostgreSQL drops with others: those of an extension, the sequence of an identity column. */
    private static final String OBJECTS = """
        SELECT i.type, i.identity
          FROM (SELECT d.classid, d.objid FROM pg_catalog.pg_depend AS d
                  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) d.refobjid
                 WHERE d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_namespace'::pg_catalog.regclass
                   AND n.nspname OPERATOR(pg_catalog.=) 'public' AND d.deptype OPERATOR(pg_catalog.=) 'n'
                   AND d.classid OPERATOR(pg_catalog.<>) 'pg_catalog.pg_extension'::pg_catalog.regclass
                UNION SELECT 'pg_catalog.pg_namespace'::pg_catalog.regclass, oid FROM pg_catalog.pg_namespace
                       WHERE nspname OPERATOR(pg_catalog.!~) '^pg_'
                         AND nspname OPERATOR(pg_catalog.<>) ALL ('{information_schema,public,retort_scratch}')
                UNION SELECT 'pg_catalog.pg_event_trigger'::pg_catalog.regclass, oid
                        FROM pg_catalog.pg_event_trigger
                UNION SELECT 'pg_catalog.pg_publication'::pg_catalog.regclass, oid FROM pg_catalog.pg_publication
                UNION SELECT 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass, oid
                        FROM pg_catalog.pg_foreign_data_wrapper
               ) AS o (classid, objid),
               pg_catalog.pg_identify_object(o.classid, o.objid, 0) AS i
         WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e
                            WHERE e.classid OPERATOR(pg_catalog.=) o.classid
                              AND e.objid OPERATOR(pg_catalog.=) o.objid
                              AND e.deptype OPERATOR(pg_catalog.=) ANY ('{e,i}'))
         ORDER BY i.type OPERATOR(pg_catalog.=) 'schema' DESC, i.type, i.identity
        """;

    private static final String EXTENSIONS = "SELECT extname FROM pg_catalog.pg_extension ORDER BY oid DESC";
    private static final String KEPT =
            "SELECT pg_catalog.obj_description(oid, 'pg_namespace') FROM pg_catalog.pg_namespace"
                    + " WHERE nspname OPERATOR(pg_catalog.=) '" + MARK + "'";

    /** Names that {@code DROP} spells otherwise. */
    private static final Map<String, String> DROPPED_AS = Map.of(
            "statistics object",
            "statistics",
            "foreign-data wrapper",
            "foreign data wrapper",
            "composite type",
            "type");

    private final MigrationConnection session;

    Clearing(MigrationConnection session) {
        this.session = session;
    }

    /**
     * Takes the database over, or, where it was taken over before, empties it.
     *
     * @throws RetortException when it holds what Retort did not make
     */
    void begin() throws SQLException {
        List<String> marks = session.query(KEPT, row -> String.valueOf(row.getString(1)));
        if (marks.isEmpty()) {
            requireEmpty();
            mark();
        } else {
            clear(marks.get(0));
        }
    }

    private void requireEmpty() throws SQLException {
        List<String> found = objects();
        if (!found.isEmpty()) {
            throw new RetortException(
                    "The database of retort.scratch-url is not empty.",
                    "It contains " + String.join(", ", found.subList(0, Math.min(5, found.size())))
                            + (found.size() > 5 ? " and " + (found.size() - 5) + " more" : "")
                            + ", and they are not marked as created by Retort; the role has no CREATEDB, so Retort"
                            + " cannot create another database.",
                    "Give the role CREATEDB, or set retort.scratch-url to an empty database: everything in that is"
                            + " removed.");
        }
    }

    private void mark() throws SQLException {
        session.inTransaction(() -> {
            session.execute("CREATE SCHEMA " + MARK);
            session.execute("COMMENT ON SCHEMA " + MARK + " IS " + Identifiers.literal(String.join(",", extensions())));
            return true;
        });
    }

    /** Removes everything but what the database had when it was taken over, and then the mark. */
    void end() throws SQLException {
        List<String> marks = session.query(KEPT, row -> String.valueOf(row.getString(1)));
        if (!marks.isEmpty()) {
            clear(marks.get(0));
            session.execute("DROP SCHEMA " + MARK);
        }
    }

    private void clear(String kept) throws SQLException {
        drop();
        Set<String> stay = new TreeSet<>(List.of(kept.split(",")));
        for (String extension : extensions()) {
            if (!stay.contains(extension)) {
                session.execute("DROP EXTENSION IF EXISTS " + Identifiers.quote(extension) + " CASCADE");
            }
        }
        drop();
        List<String> left = objects();
        if (!left.isEmpty()) {
            throw new RetortException(
                    "The database of retort.scratch-url could not be emptied.",
                    "It still contains " + String.join(", ", left) + ".",
                    "Drop them, or give the role CREATEDB: Retort then creates another database instead.");
        }
    }

    private void drop() throws SQLException {
        List<String> statements = session.query(
                OBJECTS,
                row -> "DROP " + DROPPED_AS.getOrDefault(row.getString(1), row.getString(1)) + " IF EXISTS "
                        + row.getString(2) + " CASCADE");
        for (String statement : statements) {
            session.execute(statement);
        }
    }

    private List<String> objects() throws SQLException {
        return session.query(OBJECTS, row -> row.getString(1) + " " + row.getString(2));
    }

    private List<String> extensions() throws SQLException {
        return new ArrayList<>(session.query(EXTENSIONS, row -> row.getString(1)));
    }
}
