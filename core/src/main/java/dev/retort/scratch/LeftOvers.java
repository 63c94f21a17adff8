/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.scratch;

import dev.retort.jdbc.MigrationConnection;
import dev.retort.sql.Identifiers;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the scratch databases of runs that were killed: those with a name and comment of ours, whose maker no longer holds
 * the advisory lock that the name tells, to which nobody is connected, and which the session's role owns.
 */
final class LeftOvers {

    private static final Logger log = LoggerFactory.getLogger(LeftOvers.class);

    private static final String FIND = """
            SELECT datname FROM pg_database AS d
             WHERE datname ~ '^retort_scratch_[0-9a-f]{8}$'
               AND coalesce(shobj_description(oid, 'pg_database'), ?) = ?
               AND pg_has_role(datdba, 'USAGE')
               AND NOT EXISTS (SELECT FROM pg_stat_activity AS a WHERE a.datid = d.oid)
               AND NOT EXISTS (SELECT FROM pg_locks AS l
                                WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND l.classid::bigint = ?
                                  AND l.objid::bigint = ('x' || right(datname, 8))::bit(32)::bigint)
             ORDER BY datname
            """;

    private LeftOvers() {}

    static void remove(MigrationConnection session) throws SQLException {
        List<String> names = session.query(
                FIND, row -> row.getString(1), ScratchName.COMMENT, ScratchName.COMMENT, (long) ScratchName.LOCK);
        for (String name : names) {
            drop(session, name);
        }
    }

    /** Another run may be at the same: whoever comes second finds nothing, and neither need fail for it. */
    private static void drop(MigrationConnection session, String name) {
        try {
            session.execute("DROP DATABASE IF EXISTS " + Identifiers.quote(name));
            log.info("Removed the scratch database {} of a run that was killed", name);
        } catch (SQLException e) {
            log.warn("The scratch database {} of a run that was killed could not be removed: {}", name, e.getMessage());
        }
    }
}
