/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.model;

import org.jspecify.annotations.Nullable;

/**
 * What a model says that something of it was called before. All names are as the catalog has them, without quotes.
 *
 * @param schema the schema of the table; {@code null} for the session's
 * @param table the table
 * @param column the column; {@code null} when it is the table that had another name
 * @param formerly the former name
 * @since 0.1
 */
public record StatedFormerName(
        @Nullable String schema, String table, @Nullable String column, String formerly) {}
