/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.jdbc;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The session as it was found: what its owner had set in it. Everything else a session starts with, and {@code DISCARD ALL}
 * brings that back, whatever scripts did: settings, temporary tables, cursors, prepared statements, channels.
 */
final class SavedSettings {

    /** The user and the role come first and last: each may decide who may set the others. */
    private static final String READ = """
            SELECT name, value FROM (
                SELECT 1 AS position, 'session_authorization' AS name, current_setting('session_authorization') AS value
                UNION ALL
                SELECT 2, name, current_setting(name) FROM pg_catalog.pg_settings WHERE source = 'session'
                UNION ALL
                SELECT 3, 'search_path', current_setting('search_path')
                UNION ALL
                SELECT 4, 'role', current_setting('role')) AS s
            ORDER BY position, name
            """;

    private final Map<String, String> settings;

    private SavedSettings(Map<String, String> settings) {
        this.settings = settings;
    }

    static SavedSettings read(MigrationConnection connection) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        connection.query(READ, row -> settings.put(row.getString(1), row.getString(2)));
        return new SavedSettings(settings);
    }

    Map<String, String> asMap() {
        return settings;
    }

    void restore(MigrationConnection connection) throws SQLException {
        connection.execute("DISCARD ALL");
        SessionPreamble.set(connection, SessionPreamble.SET, settings);
    }
}
