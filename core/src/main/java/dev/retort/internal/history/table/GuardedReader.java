/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history.table;

import dev.retort.internal.history.table.TableGuard.Lock;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.RowMapper;
import dev.retort.internal.jdbc.statement.SqlState;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Retort's tables, each time after a check that they are safe to read: lock, check and query are one round trip. */
public final class GuardedReader {

    private final MigrationConnection connection;
    private final TableGuard guard;

    public GuardedReader(MigrationConnection connection, TableGuard guard) {
        this.connection = connection;
        this.guard = guard;
    }

    /**
     * Reads.
     *
     * @param tables what the query reads, as it is written in SQL
     * @throws UnsafeTableException when one of them is not safe to read
     */
    public <T extends @Nullable Object> List<T> query(
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
    public void refuseUnsafe(List<String> tables) throws SQLException {
        List<UnsafeTable> unsafe = connection.query(guard.reasons(tables), UnsafeTable::read);
        if (!unsafe.isEmpty()) {
            throw UnsafeTableException.of(unsafe);
        }
    }
}
