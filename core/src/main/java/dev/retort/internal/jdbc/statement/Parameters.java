/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.statement;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives statements their parameters. */
final class Parameters {

    private Parameters() {}

    /** Lists become arrays, of the type that their elements have; instants become what the driver takes for them. */
    static void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof List<?> list) {
            setList(statement, index, list);
        } else if (value instanceof String[] texts) {
            statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
        } else if (value instanceof Instant instant) {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else {
            statement.setObject(index, value);
        }
    }

    /** A list that tells no type is taken by the server for what the statement needs there. */
    private static void setList(PreparedStatement statement, int index, List<?> list) throws SQLException {
        ElementType type = ElementType.of(list);
        if (type == null) {
            String nulls = String.join(",", Collections.nCopies(list.size(), "NULL"));
            statement.setObject(index, "{" + nulls + "}", Types.OTHER);
        } else {
            Object[] elements = list.stream().map(ElementType::sent).toArray();
            statement.setArray(index, statement.getConnection().createArrayOf(type.sqlName(), elements));
        }
    }
}
