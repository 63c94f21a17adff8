/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.jdbc.support.SupportCheck;
import dev.retort.internal.jdbc.support.UnsupportedDatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens migration connections. Safe for use by several threads. */
public final class ConnectionSource {

    private static final Logger log = LoggerFactory.getLogger(ConnectionSource.class);

    private final SupportCheck support = new SupportCheck();
    private final DataSource dataSource;
    private final ConnectionEvictor evictor;
    private final int retries;
    private final Sleeper sleeper;

    /**
     * Creates a source.
     *
     * @param dataSource a pool, or a source of plain connections; one that is a {@link ConnectionEvictor} too ends sessions
     *     in its own way
     * @param retries how often a failed connection is tried again
     * @param sleeper waits between these
     */
    public ConnectionSource(DataSource dataSource, int retries, Sleeper sleeper) {
        this.dataSource = dataSource;
        this.evictor = dataSource instanceof ConnectionEvictor own ? own : ConnectionEvictor.ofAnyPool();
        this.retries = retries;
        this.sleeper = sleeper;
    }

    /** {@return a source that tries once} */
    public static ConnectionSource withoutRetries(DataSource dataSource) {
        return new ConnectionSource(dataSource, 0, Sleeper.system());
    }

    /**
     * Opens a connection to a PostgreSQL server of a supported version.
     *
     * @throws DatabaseException when the database cannot be reached
     * @throws UnsupportedDatabaseException when it is another product or too old
     */
    public MigrationConnection open() {
        return openAfter(0);
    }

    private MigrationConnection openAfter(int failures) {
        int failed = failures;
        while (true) {
            try {
                return tryOpen();
            } catch (SQLException e) {
                failed++;
                if (failed > retries) {
                    throw new DatabaseException("The database could not be reached.", e);
                }
                log.warn(
                        "The database could not be reached ({}); trying again ({} of {})",
                        e.getMessage(),
                        failed,
                        retries);
                sleeper.await(
                        Backoff.ofConnects()
                                .after(failed, ThreadLocalRandom.current().nextDouble()),
                        "the database");
            }
        }
    }

    /** Opens a connection once, without trying again; for helpers such as the watcher. */
    public MigrationConnection tryOpen() throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            return new MigrationConnection(connection, support.check(connection), this, evictor);
        } catch (Throwable failure) {
            closeQuietly(connection, failure);
            throw failure;
        }
    }

    private static void closeQuietly(Connection connection, Throwable failure) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
