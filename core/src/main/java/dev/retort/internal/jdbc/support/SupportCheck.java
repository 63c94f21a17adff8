/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.support;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.core.ServerVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses products, drivers and servers that Retort cannot work with, and says once that a server is newer than known. */
public final class SupportCheck {

    private static final Logger log = LoggerFactory.getLogger(SupportCheck.class);
    private static final String POSTGRESQL = "PostgreSQL";
    private static final int OLDEST_SERVER = 13;
    private static final int NEWEST_SERVER = 18;

    private final String driverVersion;
    private final AtomicBoolean newerWasReported = new AtomicBoolean();

    /** Creates a check for the driver on the class path. */
    @SuppressWarnings("deprecation") // The constants that replace it are compiled into this class.
    public SupportCheck() {
        this(Driver.getVersion());
    }

    /**
     * Creates a check.
     *
     * @param driver the name of the driver, which ends with its version
     */
    SupportCheck(String driver) {
        this.driverVersion = driver.substring(driver.lastIndexOf(' ') + 1);
    }

    /**
     * Checks a connection, without its metadata where it is supported: that is one of the largest classes of the driver, and a
     * start at head needs no other method of it.
     *
     * @return the driver's own connection
     * @throws UnsupportedDatabaseException when product, driver or server is not supported
     */
    public PGConnection check(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(PGConnection.class)) {
            DatabaseMetaData found = connection.getMetaData();
            String product = found.getDatabaseProductName();
            throw POSTGRESQL.equals(product)
                    ? UnsupportedDatabaseException.driver(found.getDriverName())
                    : UnsupportedDatabaseException.product(product);
        }
        if (!DriverVersion.parse(driverVersion).isSupported()) {
            throw UnsupportedDatabaseException.driverVersion(driverVersion);
        }
        PGConnection supported = connection.unwrap(PGConnection.class);
        // Each server reports it when a session begins, and the driver cannot connect without it.
        checkServer(Objects.requireNonNull(supported.getParameterStatus("server_version")));
        return supported;
    }

    private void checkServer(String version) {
        int major = ServerVersion.from(version).getVersionNum() / 10_000;
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
