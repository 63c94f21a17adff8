/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of the tables that Retort keeps.
 *
 * @param schema their schema; {@code null} for the schema of the session
 * @param version the version table, Alembic's {@code alembic_version}
 * @param history the history of every step tried
 * @param script the texts of applied scripts
 * @param progress the state of autocommit statements
 */
public record TableNames(@Nullable String schema, String version, String history, String script, String progress) {

    /** {@return the names of all of them} */
    public List<String> all() {
        return List.of(version, history, script, progress);
    }

    /** {@return the default names, in the session's schema} */
    public static TableNames defaults() {
        return new TableNames(null, "alembic_version", "retort_history", "retort_script", "retort_progress");
    }
}
