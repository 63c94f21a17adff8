/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.java;

import dev.retort.error.RetortException;
import dev.retort.migration.Row;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a result set.
 *
 * @param rows the result set
 */
record ResultRow(ResultSet rows) implements Row {

    @Override
    public <T> @Nullable T get(String column, Class<T> type) {
        try {
            return type.cast(value(column, type));
        } catch (SQLException | ClassCastException e) {
            throw new RetortException(
                    "Column " + column + " of the result cannot be read as " + type.getSimpleName() + ".",
                    e.getMessage() + ".",
                    "Check the name and the type against the query.",
                    e);
        }
    }

    /** The driver converts numbers only through its own methods. */
    private @Nullable Object value(String column, Class<?> type) throws SQLException {
        if (Number.class.isAssignableFrom(type)) {
            BigDecimal number = rows.getBigDecimal(column);
            return number == null ? null : number(number, type);
        }
        if (type == Boolean.class) {
            boolean value = rows.getBoolean(column);
            return rows.wasNull() ? null : value;
        }
        if (type == String.class) {
            return rows.getString(column);
        }
        if (type == Instant.class) {
            OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
        return rows.getObject(column, type);
    }

    private static Object number(BigDecimal number, Class<?> type) {
        if (type == Long.class) {
            return number.longValueExact();
        }
        if (type == Integer.class) {
            return number.intValueExact();
        }
        if (type == Double.class) {
            return number.doubleValue();
        }
        return number;
    }
}
