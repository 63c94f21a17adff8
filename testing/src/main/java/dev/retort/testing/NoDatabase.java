/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The DataSource of settings without a database: the tests create their own. */
final class NoDatabase implements DataSource {

    @Override
    public Connection getConnection() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException(
                "The migrations under test have no database except those of the tests");
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLFeatureNotSupportedException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
