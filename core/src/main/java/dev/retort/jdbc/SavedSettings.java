/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.jdbc;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings that a preamble touches, as they were found. */
final class SavedSettings {

    private static final String READ = "SELECT name, pg_catalog.current_setting(name)"
            + " FROM pg_catalog.unnest(?::pg_catalog.text[]) WITH ORDINALITY AS s(name, position) ORDER BY position";

    private final Map<String, String> settings;

    private SavedSettings(Map<String, String> settings) {
        this.settings = settings;
    }

    static SavedSettings read(MigrationConnection connection, List<String> names) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        connection.query(READ, row -> settings.put(row.getString(1), row.getString(2)), names);
        return new SavedSettings(settings);
    }

    Map<String, String> asMap() {
        return settings;
    }

    void restore(MigrationConnection connection) throws SQLException {
        SessionPreamble.set(connection, SessionPreamble.SET, settings);
    }
}
