/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.SqlState;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings with which each revision begins, whatever the one before it set. */
final class SavedSession {

    private static final String READ = """
        SELECT name, pg_catalog.current_setting(name) FROM pg_catalog.pg_settings
         WHERE name OPERATOR(pg_catalog.=) ANY ('{search_path,statement_timeout,client_min_messages,TimeZone,DateStyle,IntervalStyle,
               check_function_bodies,row_security,default_table_access_method,default_tablespace,xmloption,
               quote_all_identifiers,standard_conforming_strings,synchronous_commit}')
        """;

    private static final String NOW = """
        SELECT name, setting FROM pg_catalog.pg_settings
         WHERE name OPERATOR(pg_catalog.=) ANY ('{lock_timeout,track_counts}')
        """;

    private final MigrationConnection connection;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Duration lockTimeout;

    SavedSession(MigrationConnection connection, Duration lockTimeout) throws SQLException {
        this.connection = connection;
        this.lockTimeout = lockTimeout;
        connection.query(READ, row -> settings.put(row.getString(1), row.getString(2)));
    }

    /** A refusal of the driver, such as that of {@code COPY TO STDOUT}, leaves the session as it was. */
    void requireUsable(SQLException failure) throws SQLException {
        if (!SqlState.isServerAnswer(failure)) {
            try {
                lockTimeout();
            } catch (SQLException lost) {
                failure.addSuppressed(lost);
                throw failure;
            }
        }
    }

    void restore() throws SQLException {
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            set(setting.getKey(), setting.getValue());
        }
        set("lock_timeout", String.valueOf(lockTimeout.toMillis()));
    }

    void set(String name, String value) throws SQLException {
        connection.query("SELECT pg_catalog.set_config(?, ?, false)", row -> row.getString(1), name, value);
    }

    /** {@return {@code lock_timeout} in milliseconds as it is now; counters that were switched off count again} */
    long lockTimeout() throws SQLException {
        Map<String, String> now = new LinkedHashMap<>();
        connection.query(NOW, row -> now.put(row.getString(1), row.getString(2)));
        if ("off".equals(now.get("track_counts"))) {
            set("track_counts", "on");
        }
        return Long.parseLong(String.valueOf(now.get("lock_timeout")));
    }
}
