/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections, of which the first is the one that showed that the database answers: a command needs no other. */
final class CheckedDataSource extends PGSimpleDataSource {

    @Serial
    private static final long serialVersionUID = 1L;

    private transient @Nullable Connection checked;

    /** Looks whether the database answers. */
    synchronized void check() throws SQLException {
        if (checked == null) {
            checked = super.getConnection();
        }
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        Connection first = checked;
        checked = null;
        return first == null ? super.getConnection() : first;
    }
}
