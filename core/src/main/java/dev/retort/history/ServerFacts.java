/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.history;

import dev.retort.jdbc.ServerChecks;

/**
 * What the server says of itself.
 *
 * @param version what {@code version()} says
 * @param inRecovery whether it is a standby
 * @param backendPid the process id of the session's backend
 */
public record ServerFacts(String version, boolean inRecovery, int backendPid) {

    /** Refuses another product than PostgreSQL. */
    public void requirePostgres() {
        ServerChecks.requirePostgres(version);
    }

    /** Refuses another product than PostgreSQL, and a standby. */
    public void requirePrimaryPostgres() {
        requirePostgres();
        ServerChecks.requirePrimary(inRecovery);
    }
}
