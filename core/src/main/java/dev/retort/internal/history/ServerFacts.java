/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.internal.jdbc.support.ServerChecks;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's version and role.
 *
 * @param version what {@code version()} says
 * @param inRecovery whether it is a standby
 * @param backendPid the process id of the session's backend
 */
public record ServerFacts(String version, boolean inRecovery, int backendPid) {

    private static final Pattern MAJOR = Pattern.compile("^PostgreSQL (\\d{1,3})");

    /** {@return the major version, 0 when the server does not say it as PostgreSQL does} */
    public int majorVersion() {
        Matcher matcher = MAJOR.matcher(version);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

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
