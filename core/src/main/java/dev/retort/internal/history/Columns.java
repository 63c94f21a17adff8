/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.run.RunKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads columns of types that JDBC has no plain getter for. */
final class Columns {

    private Columns() {}

    /** Reads a {@code text[]}; empty for null. */
    static List<String> strings(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** Reads a {@code timestamptz} that is not null. */
    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static RecordedRevision recorded(ResultSet row) throws SQLException {
        return new RecordedRevision(
                row.getString(1),
                RunKind.of(row.getString(2)),
                strings(row, 3),
                strings(row, 4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                instant(row, 9),
                Duration.ofMillis(row.getLong(10)),
                row.getString(11));
    }
}
