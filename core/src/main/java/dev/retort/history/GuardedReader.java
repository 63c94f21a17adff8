/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.history;

import dev.retort.history.TableGuard.Lock;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.jdbc.RowMapper;
import dev.retort.jdbc.SqlState;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Retort's tables, each time after a check that they are safe to read: lock, check and query are one round trip. */
final class GuardedReader {

    private final MigrationConnection connection;
    private final TableGuard guard;

    GuardedReader(MigrationConnection connection, TableGuard guard) {
        this.connection = connection;
        this.guard = guard;
    }

    /**
     * Reads.
     *
     * @param tables what the query reads, as it is written in SQL
     * @throws UnsafeTableException when one of them is not safe to read
     */
    <T extends @Nullable Object> List<T> query(
            List<String> tables, String sql, RowMapper<T> mapper, @Nullable Object... parameters) throws SQLException {
        try {
            return connection.queryAfter(guard.before(Lock.ACCESS_SHARE, tables), sql, mapper, parameters);
        } catch (SQLException e) {
            if (SqlState.isServerAnswer(e)) {
                refuseUnsafe(tables);
            }
            throw e;
        }
    }

    /** Asks only the catalog. */
    void refuseUnsafe(List<String> tables) throws SQLException {
        List<UnsafeTable> unsafe = connection.query(guard.reasons(tables), UnsafeTable::read);
        if (!unsafe.isEmpty()) {
            throw UnsafeTableException.of(unsafe);
        }
    }
}
