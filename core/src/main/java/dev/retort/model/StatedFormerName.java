/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.model;

import org.jspecify.annotations.Nullable;

/**
 * A former name that a model states. All names are as in the catalog, without quotes.
 *
 * @param schema the schema of the table; {@code null} for the session's
 * @param table the table
 * @param column the column; {@code null} if the table was renamed
 * @param formerly the former name
 * @since 0.1
 */
public record StatedFormerName(
        @Nullable String schema, String table, @Nullable String column, String formerly) {}
