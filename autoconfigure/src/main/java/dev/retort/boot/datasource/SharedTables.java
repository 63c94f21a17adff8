/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import dev.retort.RetortSettings;
import dev.retort.error.RetortException;
import dev.retort.settings.TableNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Refuses two configured databases with the same version or history table: each would read the revisions of the other
 * as its own. If the configuration does not show this because the addresses differ, the first run that finds rows of
 * the other database refuses.
 *
 * @since 0.1
 */
public final class SharedTables {

    private final List<Use> uses = new ArrayList<>();

    /** The tables of a database. */
    private record Use(
            String database, Object place, @Nullable String schema, TableNames tables) {

        static Use of(RetortSettings settings, Object place) {
            String schema = settings.tables().schema();
            return new Use(
                    settings.name(),
                    place,
                    schema != null ? schema : settings.session().schema(),
                    settings.tables());
        }

        @Nullable
        String sharedWith(Use other) {
            if (!place.equals(other.place) || !Objects.equals(schema, other.schema)) {
                return null;
            }
            List<String> shared = new ArrayList<>(tables.all());
            shared.retainAll(other.tables.all());
            return shared.isEmpty() ? null : (schema == null ? "" : schema + ".") + shared.get(0);
        }
    }

    /**
     * Adds a database.
     *
     * @param place its URL, or its DataSource
     * @throws RetortException if another one uses one of its tables
     */
    public synchronized void add(RetortSettings settings, Object place) {
        Use use = Use.of(settings, place);
        for (Use other : uses) {
            String table = use.sharedWith(other);
            if (table != null) {
                throw new RetortException(
                        "The databases '" + other.database() + "' and '" + use.database() + "' share the table " + table
                                + ".",
                        "Both use the same database, and each would read the revisions of the other as its own.",
                        "Set version-table-schema under retort.databases." + use.database()
                                + ", or version-table, history-table, script-table and progress-table, to different"
                                + " names.");
            }
        }
        uses.add(use);
    }
}
