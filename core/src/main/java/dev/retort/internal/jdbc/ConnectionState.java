/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * The state of a borrowed connection in the driver.
 *
 * @param autoCommit whether each statement was a transaction
 * @param readOnly whether transactions were read-only
 * @param prepareThreshold from which use on statements had names
 */
record ConnectionState(boolean autoCommit, boolean readOnly, int prepareThreshold) {

    /**
     * Puts a connection into autocommit, and in a state in which it reads through every pooler: many refuse named statements,
     * such as the driver's COMMIT.
     *
     * @return what it was
     */
    static ConnectionState replace(Connection connection, PGConnection postgres) throws SQLException {
        ConnectionState before = new ConnectionState(
                connection.getAutoCommit(), connection.isReadOnly(), postgres.getPrepareThreshold());
        new ConnectionState(true, false, 0).applyTo(connection, postgres);
        return before;
    }

    /** Puts a connection into this state. */
    void applyTo(Connection connection, PGConnection postgres) throws SQLException {
        postgres.setPrepareThreshold(prepareThreshold);
        if (readOnly != connection.isReadOnly()) {
            connection.setReadOnly(readOnly);
        }
        if (autoCommit != connection.getAutoCommit()) {
            connection.setAutoCommit(autoCommit);
        }
    }
}
