/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the migration session.
 *
 * @param schema the {@code search_path} of scripts; {@code null} leaves the connection's
 * @param role the role that the session takes with {@code SET ROLE}; {@code null} for none
 * @param timeZone the session's {@code TimeZone}
 * @param statementTimeout the {@code statement_timeout} of scripts; zero for none
 * @param applicationName the {@code application_name} that DBAs see
 * @since 0.1
 */
public record SessionSettings(
        @Nullable String schema,
        @Nullable String role,
        String timeZone,
        Duration statementTimeout,
        String applicationName) {

    /** {@return the defaults: the connection's schema and role, UTC, no timeout} */
    public static SessionSettings defaults() {
        return new SessionSettings(null, null, "UTC", Duration.ZERO, "retort");
    }

    /** {@return the same settings without the role, for a server that may not have it} */
    public SessionSettings withoutRole() {
        return new SessionSettings(schema, null, timeZone, statementTimeout, applicationName);
    }
}
