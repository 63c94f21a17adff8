/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.jdbc;

import java.sql.SQLException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be true of a server before anything is written. */
public final class ServerChecks {

    private static final Logger log = LoggerFactory.getLogger(ServerChecks.class);
    private static final String PROBE = "retort.probe";
    private static final int PROBES = 3;

    private ServerChecks() {}

    /**
     * Refuses products that only speak PostgreSQL's protocol.
     *
     * @param version what {@code version()} says
     */
    public static void requirePostgres(String version) {
        if (!version.startsWith("PostgreSQL ") || version.contains("-YB-") || version.contains("Redshift")) {
            throw UnsupportedDatabaseException.product(version);
        }
    }

    /** Refuses a standby. */
    public static void requirePrimary(boolean inRecovery) {
        if (inRecovery) {
            throw UnsupportedDatabaseException.standby();
        }
    }

    /**
     * Refuses a transaction pooler. A pooler is in the path when the backend's process id is not the one that the driver
     * was told; it pools transactions when a setting made in one session shows up in another.
     *
     * @param connection the migration connection
     * @param backendPid what {@code pg_backend_pid()} says
     * @param source opens the second session
     */
    public static void requireOwnSession(MigrationConnection connection, int backendPid, ConnectionSource source)
            throws SQLException {
        if (connection.driverBackendPid() == backendPid) {
            return;
        }
        String evidence = "The driver was told backend " + connection.driverBackendPid() + ", the server says "
                + backendPid + ".";
        for (int i = 0; i < PROBES; i++) {
            if (settingLeaks(connection, source, evidence)) {
                connection.retire();
                throw UnsupportedDatabaseException.pooler(evidence + " A setting of one session showed up in another.");
            }
        }
        log.info("A pooler in session mode stands between Retort and the server ({})", evidence);
    }

    private static boolean settingLeaks(MigrationConnection connection, ConnectionSource source, String evidence)
            throws SQLException {
        String mark = UUID.randomUUID().toString();
        connection.query("SELECT pg_catalog.set_config(?, ?, false)", row -> row.getString(1), PROBE, mark);
        try (MigrationConnection other = second(source, evidence)) {
            String seen = other.inTransaction(
                    () -> other.queryOne("SELECT pg_catalog.current_setting(?, true)", row -> row.getString(1), PROBE));
            return mark.equals(seen);
        }
    }

    private static MigrationConnection second(ConnectionSource source, String evidence) {
        try {
            return source.tryOpen();
        } catch (SQLException e) {
            throw UnsupportedDatabaseException.pooler(evidence
                    + " Its mode is unknown, for there was no second connection to find out (" + e.getMessage() + ").");
        }
    }
}
