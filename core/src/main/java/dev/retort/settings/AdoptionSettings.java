/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

import org.jspecify.annotations.Nullable;

/**
 * From which tool a database is adopted.
 *
 * @param from the other tool, {@code flyway} or {@code liquibase}; {@code null} for the one whose history table is found
 * @param table its history table, with or without a schema; {@code null} for the tool's default
 * @param mirror whether imported revisions that Retort applies or downgrades are written to that table too
 * @param outOfOrder whether versions that the database lacks although newer ones ran are run first
 * @since 0.1
 */
public record AdoptionSettings(
        @Nullable String from, @Nullable String table, boolean mirror, boolean outOfOrder) {

    /** {@return the defaults} */
    public static AdoptionSettings defaults() {
        return new AdoptionSettings(null, null, true, false);
    }
}
