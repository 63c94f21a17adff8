/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import dev.retort.internal.jdbc.statement.SessionChangedException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a connection back as it was, or ends its session so that no pool hands it out again. */
final class ConnectionRelease {

    private static final Logger log = LoggerFactory.getLogger(ConnectionRelease.class);

    private final Connection connection;
    private final PGConnection postgres;
    private final ConnectionEvictor evictor;
    private final ConnectionState before;

    /** Sets the connection up for work, and remembers what it was. */
    ConnectionRelease(Connection connection, PGConnection postgres, ConnectionEvictor evictor) throws SQLException {
        this.connection = connection;
        this.postgres = postgres;
        this.evictor = evictor;
        this.before = ConnectionState.replace(connection, postgres);
    }

    /** Lets the driver name statements as it did before. */
    void restorePrepareThreshold() throws SQLException {
        postgres.setPrepareThreshold(before.prepareThreshold());
    }

    /**
     * Closes the connection.
     *
     * @param session what was set up in the session; {@code null} for nothing, or when the session is not there any more
     * @param ended whether the session ends even if it can be restored
     */
    void release(@Nullable PreparedSession session, boolean ended) {
        boolean restored = restore(session, ended);
        if (ended || !restored) {
            end();
        }
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("The connection was already lost when the run released it", e);
        }
    }

    /** {@return whether everything is as it was} */
    private boolean restore(@Nullable PreparedSession session, boolean ended) {
        try {
            if (session != null && ended) {
                session.clear();
            } else if (session != null) {
                session.restore();
            }
            before.applyTo(connection, postgres);
            return true;
        } catch (SQLException | SessionChangedException e) {
            log.debug("The session could not be reset; closing it", e);
            return false;
        }
    }

    private void end() {
        try {
            evictor.evict(connection);
        } catch (SQLException e) {
            log.debug("The session had ended before", e);
        }
    }
}
