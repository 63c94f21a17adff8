/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.support;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses products, drivers and servers that Retort cannot work with, and says once that a server is newer than known. */
public final class SupportCheck {

    private static final Logger log = LoggerFactory.getLogger(SupportCheck.class);
    private static final String POSTGRESQL = "PostgreSQL";
    private static final int OLDEST_SERVER = 13;
    private static final int NEWEST_SERVER = 18;

    private final AtomicBoolean newerWasReported = new AtomicBoolean();

    /**
     * Checks a connection.
     *
     * @return the driver's own connection
     * @throws UnsupportedDatabaseException when product, driver or server is not supported
     */
    public PGConnection check(Connection connection) throws SQLException {
        DatabaseMetaData found = connection.getMetaData();
        String product = found.getDatabaseProductName();
        if (!POSTGRESQL.equals(product)) {
            throw UnsupportedDatabaseException.product(product);
        }
        if (!connection.isWrapperFor(PGConnection.class)) {
            throw UnsupportedDatabaseException.driver(found.getDriverName());
        }
        if (!DriverVersion.parse(found.getDriverVersion()).isSupported()) {
            throw UnsupportedDatabaseException.driverVersion(found.getDriverVersion());
        }
        checkServer(found.getDatabaseMajorVersion(), found.getDatabaseProductVersion());
        return connection.unwrap(PGConnection.class);
    }

    private void checkServer(int major, String version) {
        if (major < OLDEST_SERVER) {
            throw UnsupportedDatabaseException.version(version);
        }
        if (major > NEWEST_SERVER && newerWasReported.compareAndSet(false, true)) {
            log.info(
                    "The server is PostgreSQL {}; this version of Retort is tested with {} to {}.",
                    version,
                    OLDEST_SERVER,
                    NEWEST_SERVER);
        }
    }
}
