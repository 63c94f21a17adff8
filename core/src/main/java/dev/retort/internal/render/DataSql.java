/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.render.text.UnsupportedOperationSqlException;
import dev.retort.internal.sql.Identifiers;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.sql.StatementSplitter;
import dev.retort.operation.DataOperation;
import dev.retort.operation.DataOperation.DeleteRows;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.DataOperation.InsertRows;
import dev.retort.operation.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes operations on rows. */
record DataSql(Dialect dialect) implements DataOperation.Visitor<List<String>> {

    /** Enough to save round trips, few enough to be read. */
    private static final int ROWS_PER_STATEMENT = 500;

    @Override
    public List<String> executeSql(ExecuteSql operation) {
        List<String> statements = new ArrayList<>();
        for (SqlStatement statement : StatementSplitter.split(operation.sql(), 1)) {
            if (statement.copyData() != null) {
                throw UnsupportedOperationSqlException.never(
                        "The data of \"" + statement.text() + "\" cannot be part of it.",
                        "COPY data is sent to the server separately from the statement.",
                        "Insert the rows, or write the COPY into an SQL script.");
            }
            statements.add(statement.text());
        }
        return statements;
    }

    @Override
    public List<String> insertRows(InsertRows operation) {
        String insert = "INSERT INTO " + dialect.name(operation.table()) + " " + dialect.list(operation.columns())
                + " VALUES\n    ";
        return parts(
                operation.rows(),
                rows -> insert + rows.stream().map(DataSql::row).collect(Collectors.joining(",\n    ")));
    }

    @Override
    public List<String> deleteRows(DeleteRows operation) {
        List<Integer> places =
                operation.key().stream().map(operation.columns()::indexOf).toList();
        boolean single = places.size() == 1;
        String key = single ? dialect.quote(operation.key().get(0)) : dialect.list(operation.key());
        String delete = "DELETE FROM " + dialect.name(operation.table()) + " WHERE " + key + " IN (";
        Function<List<Value>, String> own = row -> single
                ? ValueText.of(row.get(places.get(0)))
                : row(places.stream().map(row::get).toList());
        return parts(operation.rows(), rows -> delete + rows.stream().map(own).collect(Collectors.joining(", ")) + ")");
    }

    private static String row(List<Value> values) {
        return values.stream().map(ValueText::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static List<String> parts(List<List<Value>> rows, Function<List<List<Value>>, String> statement) {
        List<String> statements = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            statements.add(statement.apply(rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT))));
        }
        return statements;
    }

    /** Writes values. */
    private static final class ValueText {

        private ValueText() {}

        static String of(Value value) {
            if (value instanceof Value.Bool bool) {
                return Boolean.toString(bool.value());
            }
            if (value instanceof Value.Numeric number) {
                return number.value().toPlainString();
            }
            if (value instanceof Value.Text text) {
                return Identifiers.literal(text.value());
            }
            if (value instanceof Value.Typed typed) {
                return Identifiers.literal(typed.value()) + "::" + typed.type().sql();
            }
            if (value instanceof Value.Expression expression) {
                return expression.sql();
            }
            return value instanceof Value.Array array ? array(array) : "NULL";
        }

        /** An array as a text that PostgreSQL reads as the column's type, unless expressions are in it. */
        private static String array(Value.Array array) {
            boolean plain = array.values().stream()
                    .allMatch(value -> value instanceof Value.Bool
                            || value instanceof Value.Numeric
                            || value instanceof Value.Text
                            || value instanceof Value.Null);
            return plain
                    ? Identifiers.literal(
                            array.values().stream().map(ValueText::element).collect(Collectors.joining(",", "{", "}")))
                    : array.values().stream().map(ValueText::of).collect(Collectors.joining(", ", "ARRAY[", "]"));
        }

        private static String element(Value value) {
            return value instanceof Value.Text text
                    ? '"' + text.value().replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                    : of(value);
        }
    }
}
