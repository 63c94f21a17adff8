/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Ends the session of a borrowed connection so that its pool hands it to nobody else. A {@code DataSource} that knows its
 * pool's own way implements this too.
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
     * {@return the way that works with any pool} It ends the session beneath the pool and then lets the pool see through its
     * own proxy that it is gone, by the error that follows.
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
