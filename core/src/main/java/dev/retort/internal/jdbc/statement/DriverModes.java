/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.statement;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutor;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * The protocol settings of the driver.
 *
 * @param queryMode which protocol statements go by
 * @param forgetsOnDdl whether the driver forgets what it has prepared when it sees DDL
 */
public record DriverModes(PreferQueryMode queryMode, boolean forgetsOnDdl) {

    /**
     * For migrations. Statements without parameters go as psql sends them: one message each, and no portal that would
     * keep a snapshot while a transaction is open. Prepared statements stay prepared: scripts are DDL, the history is
     * written after each of them, and parsing and planning its statements again each time would cost more than running
     * them.
     */
    public static final DriverModes MIGRATING = new DriverModes(PreferQueryMode.EXTENDED_FOR_PREPARED, false);

    /** Drivers before 42.7.13 do not look for DDL: they have neither the property nor the methods. */
    private static final boolean LOOKS_FOR_DDL = PGProperty.forName("flushCacheOnDdl") != null;

    /** Does work with statements that go as psql sends them: without names, each in one message. */
    public static <T extends @Nullable Object> T simply(Connection connection, SqlWork<T> work) throws SQLException {
        DriverModes modes = of(connection);
        new DriverModes(PreferQueryMode.SIMPLE, modes.forgetsOnDdl()).applyTo(connection);
        try {
            return work.run();
        } finally {
            if (!connection.isClosed()) {
                modes.applyTo(connection);
            }
        }
    }

    /** {@return the modes of a connection} */
    public static DriverModes of(Connection connection) throws SQLException {
        QueryExecutor executor = executor(connection);
        return new DriverModes(executor.getPreferQueryMode(), LOOKS_FOR_DDL && executor.isFlushCacheOnDdl());
    }

    /** Puts a connection into these modes. */
    public void applyTo(Connection connection) throws SQLException {
        QueryExecutor executor = executor(connection);
        executor.setPreferQueryMode(queryMode);
        if (LOOKS_FOR_DDL) {
            executor.setFlushCacheOnDdl(forgetsOnDdl);
        }
    }

    private static QueryExecutor executor(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).getQueryExecutor();
    }
}
