/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.jdbc;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives statements their parameters. */
final class Parameters {

    private Parameters() {}

    /** Lists become arrays, and instants what the driver takes for them. */
    static void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof List<?> list) {
            statement.setArray(index, statement.getConnection().createArrayOf(elementType(list), list.toArray()));
        } else if (value instanceof Instant instant) {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else {
            statement.setObject(index, value);
        }
    }

    /** The first element decides; an empty list is one of texts. */
    private static String elementType(List<?> list) {
        Object first = list.isEmpty() ? "" : list.get(0);
        if (first instanceof Integer || first instanceof Short) {
            return "int4";
        }
        if (first instanceof Long) {
            return "int8";
        }
        if (first instanceof BigDecimal) {
            return "numeric";
        }
        if (first instanceof UUID) {
            return "uuid";
        }
        return first instanceof Boolean ? "bool" : "text";
    }
}
