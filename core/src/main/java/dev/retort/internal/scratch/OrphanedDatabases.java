/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.internal.jdbc.AdvisoryLock;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.sql.Identifiers;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the databases of runs that were killed: those with a name and comment of ours, whose creator no longer holds
 * the advisory lock of the last eight digits of the name, to which no session is connected, and which the session's
 * role owns.
 *
 * @param names the names as a regular expression of PostgreSQL, which ends in the eight hexadecimal digits
 * @param lock the first half of the key of the lock; the digits are the second
 * @param comment the comment that such a database has, once it has one
 */
public record OrphanedDatabases(String names, int lock, String comment) {

    private static final Logger log = LoggerFactory.getLogger(OrphanedDatabases.class);

    private static final String FIND = """
        SELECT datname FROM pg_catalog.pg_database AS d
         WHERE datname OPERATOR(pg_catalog.~) ?
           AND coalesce(pg_catalog.shobj_description(oid, 'pg_database'), ?) OPERATOR(pg_catalog.=) ?
           AND pg_catalog.pg_has_role(datdba, 'USAGE')
           AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity AS a
                            WHERE a.datid OPERATOR(pg_catalog.=) d.oid)
           AND NOT EXISTS (SELECT FROM pg_catalog.pg_locks AS l
                            WHERE l.locktype OPERATOR(pg_catalog.=) 'advisory'
                              AND l.objsubid OPERATOR(pg_catalog.=) 2 AND l.classid::bigint OPERATOR(pg_catalog.=) ?
                              AND l.objid::bigint OPERATOR(pg_catalog.=)
                                  pg_catalog.concat('x', pg_catalog.right(datname, 8))::bit(32)::bigint)
         ORDER BY datname
        """;

    /** {@return those of scratch databases} */
    static OrphanedDatabases ofScratch() {
        return new OrphanedDatabases("^retort_scratch_[0-9a-f]{8}$", ScratchName.LOCK, ScratchName.COMMENT);
    }

    /**
     * Removes them; what cannot be removed is left with a warning.
     *
     * @param session a session outside of a transaction
     * @throws SQLException when they cannot be looked for
     */
    public void remove(MigrationConnection session) throws SQLException {
        for (String name :
                session.query(FIND, row -> row.getString(1), names, comment, comment, Integer.toUnsignedLong(lock))) {
            removeUnused(session, name);
        }
    }

    /** Another run may have created it meanwhile; it holds the lock from before the creation. */
    private void removeUnused(MigrationConnection session, String name) throws SQLException {
        AdvisoryLock use = new AdvisoryLock(lock, Integer.parseUnsignedInt(name.substring(name.length() - 8), 16));
        if (use.tryTake(session)) {
            drop(session, name);
            use.release(session);
        }
    }

    /** Another run may do the same at this moment: the second one finds nothing, and neither fails. */
    private static void drop(MigrationConnection session, String name) {
        try {
            session.execute("DROP DATABASE IF EXISTS " + Identifiers.quote(name));
            log.info("Removed the database {} of a run that was killed", name);
        } catch (SQLException e) {
            log.warn("The database {} of a run that was killed could not be removed: {}", name, e.getMessage());
        }
    }
}
