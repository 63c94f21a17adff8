/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.internal.history.table.Tables;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row that is inserted into one of Retort's tables.
 *
 * @param table the table, such as {@code {history}}
 * @param columns its values by column, as {@link NamedStatement} takes them
 */
record NewRow(String table, Map<String, @Nullable Object> columns) {

    private static final int LINE = 110;

    /** {@return the statement that inserts all columns, so that all rows have one statement, which is planned once} */
    NamedStatement insert() {
        String values = columns.keySet().stream().map(column -> ":" + column).collect(Collectors.joining(", "));
        return new NamedStatement(
                "INSERT INTO " + table + " (" + String.join(", ", columns.keySet()) + ")\nVALUES (" + values + ")",
                columns);
    }

    /**
     * {@return the statement of a script that inserts the columns that have a value, in lines that people can read}
     *
     * @param before what begins the values
     * @param after what ends them
     */
    String printed(Tables tables, String before, String after) {
        Map<String, String> printed = new LinkedHashMap<>();
        columns.forEach((column, value) -> {
            if (value instanceof NamedStatement expression ? !expression.isOfNothing() : value != null) {
                printed.put(column, new NamedStatement(":" + column, columns).printed(tables));
            }
        });
        return tables.in("INSERT INTO " + table) + "\n    (" + lines(printed.keySet()) + ")\n" + before
                + lines(printed.values()) + after + ";\n";
    }

    private static String lines(Collection<String> values) {
        StringBuilder text = new StringBuilder();
        int line = 0;
        for (String value : values) {
            if (line + value.length() > LINE) {
                text.append(",\n    ").append(value);
                line = 0;
            } else {
                text.append(text.isEmpty() ? "" : ", ").append(value);
            }
            line += value.length() + 2;
        }
        return text.toString();
    }
}
