/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.standalone;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections. The first is the one that the check opened; a command needs no other. The address is read with
 * the first connection, so commands that need no connection run without one configured.
 */
public final class CheckedDataSource implements DataSource {

    private final Supplier<DataSource> address;
    private @Nullable DataSource connections;
    private @Nullable Connection checked;

    public CheckedDataSource(Supplier<DataSource> address) {
        this.address = address;
    }

    private synchronized DataSource connections() {
        if (connections == null) {
            connections = address.get();
        }
        return connections;
    }

    /** Checks that the database answers. */
    public synchronized void check() throws SQLException {
        if (checked == null) {
            checked = connections().getConnection();
        }
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        Connection first = checked;
        checked = null;
        return first == null ? connections().getConnection() : first;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return connections().getConnection(user, password);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return connections().getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        connections().setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        connections().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return connections().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.postgresql");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return connections().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return connections().isWrapperFor(type);
    }
}
