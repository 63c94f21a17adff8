/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings that a preamble touches, as they were found. */
final class SavedSettings {

    private static final String READ = "SELECT name, pg_catalog.current_setting(name), pg_catalog.pg_backend_pid()"
            + " FROM pg_catalog.unnest(?::pg_catalog.text[]) WITH ORDINALITY AS s(name, position) ORDER BY position";

    private final Map<String, String> settings;
    private final int backendPid;

    private SavedSettings(Map<String, String> settings, int backendPid) {
        this.settings = settings;
        this.backendPid = backendPid;
    }

    static SavedSettings read(MigrationConnection connection, List<String> names) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        List<Integer> pids = connection.query(
                READ,
                row -> {
                    settings.put(row.getString(1), row.getString(2));
                    return row.getInt(3);
                },
                names);
        return new SavedSettings(settings, pids.get(0));
    }

    Map<String, String> asMap() {
        return settings;
    }

    /** {@return the process id of the backend whose settings these are} */
    int backendPid() {
        return backendPid;
    }
}
