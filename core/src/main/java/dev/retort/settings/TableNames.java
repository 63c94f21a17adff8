/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of Retort's tables, and the roles that may own them.
 *
 * @param schema their schema; {@code null} for the schema of the session
 * @param version the version table, Alembic's {@code alembic_version}
 * @param history the history of every step tried
 * @param script the texts of applied scripts
 * @param progress the state of autocommit statements
 * @param trustedOwners the roles that may own them, besides superusers and the session user
 * @since 0.1
 */
public record TableNames(
        @Nullable String schema,
        String version,
        String history,
        String script,
        String progress,
        Set<String> trustedOwners) {

    /**
     * Copies the roles.
     *
     * @param schema their schema; {@code null} for the schema of the session
     * @param version the version table, Alembic's {@code alembic_version}
     * @param history the history of every step tried
     * @param script the texts of applied scripts
     * @param progress the state of autocommit statements
     * @param trustedOwners the roles that may own them, besides superusers and the session user
     */
    public TableNames {
        trustedOwners = Set.copyOf(trustedOwners);
    }

    /**
     * Creates names of tables that only a superuser or the session user may own.
     *
     * @param schema the schema of the tables; {@code null} for the first schema of the session
     * @param version the version table
     * @param history the history
     * @param script the texts of applied scripts
     * @param progress the state of autocommit statements
     */
    public TableNames(@Nullable String schema, String version, String history, String script, String progress) {
        this(schema, version, history, script, progress, Set.of());
    }

    /** {@return the names of all of them} */
    public List<String> all() {
        return List.of(version, history, script, progress);
    }

    /**
     * {@return the same names; these roles may own the tables too}
     *
     * @param owners names of roles, unquoted, besides those that are trusted already
     */
    public TableNames trusting(Iterable<String> owners) {
        Set<String> all = new LinkedHashSet<>(trustedOwners);
        owners.forEach(all::add);
        return new TableNames(schema, version, history, script, progress, all);
    }

    /** {@return the default names, in the session's schema} */
    public static TableNames defaults() {
        return new TableNames(null, "alembic_version", "retort_history", "retort_script", "retort_progress");
    }
}
