/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.migration.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a statement of a Java revision. It is kept with the row that says that the statement is done, so that
 * the code reads the same again when it runs again.
 *
 * @param columns the names of the columns
 * @param rows the values of each row as texts, in the order of the columns
 */
public record StatementAnswer(List<String> columns, List<List<@Nullable String>> rows) {

    /** The largest answer that is kept, in characters. */
    private static final int LARGEST = 1 << 20;

    private static final String COUNT = "count";

    /** Copies the lists. */
    public StatementAnswer {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** {@return the answer of a statement that changed rows} */
    public static StatementAnswer ofCount(long count) {
        return new StatementAnswer(List.of(COUNT), List.of(List.of(String.valueOf(count))));
    }

    /** {@return how many rows were changed} */
    public long count() {
        return Long.parseLong(String.valueOf(rows.get(0).get(0)));
    }

    /** {@return the rows, for code to read} */
    public List<Row> readable() {
        List<Row> readable = new ArrayList<>();
        for (List<@Nullable String> values : rows) {
            readable.add(new RecordedRow(columns, values));
        }
        return List.copyOf(readable);
    }

    /** Collects an answer row by row. */
    public static final class Collector {

        private final List<String> columns = new ArrayList<>();
        private final List<List<@Nullable String>> rows = new ArrayList<>();

        /** Adds the current row of a result set. */
        public boolean add(ResultSet row) throws SQLException {
            int count = row.getMetaData().getColumnCount();
            List<@Nullable String> values = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                if (rows.isEmpty()) {
                    columns.add(row.getMetaData().getColumnLabel(i));
                }
                values.add(row.getString(i));
            }
            return rows.add(Collections.unmodifiableList(values));
        }

        public StatementAnswer answer() {
            return new StatementAnswer(columns, rows);
        }
    }

    /** {@return the answer as one text; {@code null} when it is too large to be kept} */
    @Nullable
    String encoded() {
        StringBuilder text = new StringBuilder();
        write(text, String.valueOf(columns.size()));
        write(text, String.valueOf(rows.size()));
        columns.forEach(column -> write(text, column));
        for (List<@Nullable String> row : rows) {
            row.forEach(value -> write(text, value));
            if (text.length() > LARGEST) {
                return null;
            }
        }
        return text.toString();
    }

    /** Each text is preceded by its length, so that none has to be escaped. */
    private static void write(StringBuilder text, @Nullable String value) {
        text.append(value == null ? "-" : String.valueOf(value.length())).append(':');
        text.append(value == null ? "" : value);
    }

    /** {@return the answer that a text holds} */
    static StatementAnswer decoded(String text) {
        List<@Nullable String> texts = texts(text);
        int width = Integer.parseInt(String.valueOf(texts.get(0)));
        int height = Integer.parseInt(String.valueOf(texts.get(1)));
        List<String> columns =
                texts.subList(2, 2 + width).stream().map(String::valueOf).toList();
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int row = 1; row <= height; row++) {
            int first = 2 + row * width;
            rows.add(Collections.unmodifiableList(texts.subList(first, first + width)));
        }
        return new StatementAnswer(columns, rows);
    }

    private static List<@Nullable String> texts(String encoded) {
        List<@Nullable String> texts = new ArrayList<>();
        int at = 0;
        while (at < encoded.length()) {
            int colon = encoded.indexOf(':', at);
            String length = encoded.substring(at, colon);
            at = colon + 1;
            if (length.equals("-")) {
                texts.add(null);
            } else {
                int end = at + Integer.parseInt(length);
                texts.add(encoded.substring(at, end));
                at = end;
            }
        }
        return texts;
    }

    /** Says nothing of the values, which may be secrets. */
    @Override
    public String toString() {
        return rows.size() + " rows of " + columns;
    }
}
