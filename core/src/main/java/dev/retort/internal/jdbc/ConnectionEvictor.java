/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Ends the session of a borrowed connection so that its pool does not hand it out again. A {@code DataSource} that
 * knows how its pool does that implements this too.
 */
@FunctionalInterface
public interface ConnectionEvictor {

    /**
     * Ends the session. The connection is closed by the caller afterwards.
     *
     * @param connection as the {@code DataSource} gave it
     */
    void evict(Connection connection) throws SQLException;

    /**
     * {@return an evictor that works with any pool} It closes the physical connection and then lets the pool detect
     * that through its proxy, by the error that follows.
     */
    static ConnectionEvictor ofAnyPool() {
        return connection -> {
            Connection physical = (Connection) connection.unwrap(PGConnection.class);
            physical.close();
            if (connection != physical) {
                connection.createStatement().close();
            }
        };
    }
}
