/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import org.jspecify.annotations.Nullable;

/**
 * A row of a query's result; valid only while it is being mapped, on the thread that maps it.
 *
 * @since 0.1
 */
public interface Row {

    /**
     * {@return the value of a column; {@code null} where the database has none}
     *
     * @param <T> the type of the value
     * @param column the name as the query gives it
     * @param type the type to read the value as: {@code String}, {@code Long}, {@code UUID}, {@code OffsetDateTime},
     *     ...
     * @throws dev.retort.error.RetortException when there is no such column, or its value has another type
     */
    <T> @Nullable T get(String column, Class<T> type);

    /**
     * {@return the value of a column as a string}
     *
     * @param column the name as the query gives it
     */
    default @Nullable String getString(String column) {
        return get(column, String.class);
    }

    /**
     * {@return the value of a column as a number; never {@code null}}
     *
     * @param column the name as the query gives it
     * @throws NullPointerException when the value is null
     */
    default long getLong(String column) {
        Long value = get(column, Long.class);
        if (value == null) {
            throw new NullPointerException("Column " + column + " is null in a row of the answer");
        }
        return value;
    }
}
