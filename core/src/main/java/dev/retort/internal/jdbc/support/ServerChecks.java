/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.support;

/** The checks of a server before anything is written. */
public final class ServerChecks {

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
}
