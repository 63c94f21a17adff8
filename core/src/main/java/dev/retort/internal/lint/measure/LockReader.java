/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.lint.LockMode;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Reads the locks of tables that a session holds or waits for. */
final class LockReader {

    private static final String LOCKS = """
        SELECT l.relation::pg_catalog.int8, l.mode, l.granted
          FROM pg_catalog.pg_locks AS l
         WHERE l.pid OPERATOR(pg_catalog.=) COALESCE(?::int, pg_catalog.pg_backend_pid())
           AND (NOT l.granted OR (l.locktype OPERATOR(pg_catalog.=) 'relation'
                AND l.relation OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid))
        """;

    private final MigrationConnection connection;

    LockReader(MigrationConnection connection) {
        this.connection = connection;
    }

    /**
     * Locks of a session at one moment.
     *
     * @param modes the strongest mode by relation, also one that is waited for
     * @param waits whether the session waits for a lock of any kind
     */
    record Locks(Map<Long, LockMode> modes, boolean waits) {}

    /** {@return what this session holds} */
    Map<Long, LockMode> own() throws SQLException {
        return read(null).modes();
    }

    /** {@return what another session holds and waits for} */
    Locks of(int pid) throws SQLException {
        return read(pid);
    }

    private Locks read(@org.jspecify.annotations.Nullable Integer pid) throws SQLException {
        Map<Long, LockMode> modes = new HashMap<>();
        boolean[] waits = {false};
        connection.query(
                LOCKS,
                row -> {
                    long relation = row.getLong(1);
                    waits[0] |= !row.getBoolean(3);
                    if (relation != 0) {
                        modes.merge(relation, LockMode.of(row.getString(2)), LockReader::stronger);
                    }
                    return true;
                },
                pid);
        return new Locks(modes, waits[0]);
    }

    static LockMode stronger(LockMode one, LockMode other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
