/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import dev.retort.internal.jdbc.statement.SessionMark;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session of a pooler that a run set up and then lost: another client may have it next. What the run did to it is undone as
 * soon as the pooler hands it out again; a session that does not come back and is idle is ended.
 *
 * @param saved how the session was
 * @param mark what tells it from others
 * @param locks the advisory locks that it has of the run
 */
record StraySession(SavedSettings saved, SessionMark mark, List<AdvisoryLock> locks) {

    private static final Logger log = LoggerFactory.getLogger(StraySession.class);
    private static final int ATTEMPTS = 300;

    private static final String RESTORE = """
        SELECT CASE WHEN pg_catalog.current_setting(?::pg_catalog.text, true) IS NOT NULL
                    THEN pg_catalog.set_config(s.name, s.value, false) END
        FROM ROWS FROM (pg_catalog.unnest(?::pg_catalog.text[]), pg_catalog.unnest(?::pg_catalog.text[])) AS s (name, value)
        """;

    private static final String UNLOCK = """
        UNION ALL SELECT CASE WHEN pg_catalog.current_setting('%s', true) IS NOT NULL
                              THEN pg_catalog.pg_advisory_unlock(%d, %d)::pg_catalog.text END
        """;

    private static final String END = """
        SELECT pg_catalog.pg_terminate_backend(a.pid) FROM pg_catalog.pg_stat_activity AS a
        JOIN pg_catalog.pg_locks AS l ON l.pid OPERATOR(pg_catalog.=) a.pid
        WHERE a.pid OPERATOR(pg_catalog.=) ?::integer AND (a.state OPERATOR(pg_catalog.=) 'idle'::pg_catalog.text)
            AND (l.locktype OPERATOR(pg_catalog.=) 'advisory'::pg_catalog.text)
            AND ((l.classid::bigint) OPERATOR(pg_catalog.=) ?::bigint)
            AND ((l.objid::bigint) OPERATOR(pg_catalog.=) ?::bigint)
        """;

    /** Undoes what the run did to the session, through a connection to the same pooler. */
    void clear(MigrationConnection connection) throws SQLException {
        if (!isReached(connection) && !locks.isEmpty() && !isEnded(connection)) {
            log.warn(
                    "Backend {} of the pooler still holds the migration lock: end it with SELECT"
                            + " pg_terminate_backend({})",
                    saved.backendPid(),
                    saved.backendPid());
        }
    }

    private boolean isReached(MigrationConnection connection) throws SQLException {
        StringBuilder undo = new StringBuilder(RESTORE);
        for (AdvisoryLock lock : locks) {
            undo.append(UNLOCK.formatted(mark.setting(), lock.namespace(), lock.number()));
        }
        List<String> names = new ArrayList<>(saved.asMap().keySet());
        List<String> values = new ArrayList<>(saved.asMap().values());
        for (int i = 0; i < ATTEMPTS; i++) {
            List<Boolean> done =
                    connection.query(undo.toString(), row -> row.getString(1) != null, mark.setting(), names, values);
            if (done.contains(true)) {
                return true;
            }
        }
        return false;
    }

    private boolean isEnded(MigrationConnection connection) throws SQLException {
        for (int i = 0; i < ATTEMPTS; i++) {
            for (AdvisoryLock lock : locks) {
                List<Boolean> ended = connection.query(
                        END,
                        row -> row.getBoolean(1),
                        saved.backendPid(),
                        Integer.toUnsignedLong(lock.namespace()),
                        Integer.toUnsignedLong(lock.number()));
                if (ended.contains(true)) {
                    return true;
                }
            }
        }
        return false;
    }
}
