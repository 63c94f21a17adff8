/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.operation.value.Value;
import java.util.List;

/** Rows as the operations on them hold them. */
final class Rows {

    private Rows() {}

    /** Refuses rows that do not fit their columns, and a key that is not among them. */
    static void check(List<String> columns, List<List<Value>> rows, List<String> key) {
        if (rows.stream().anyMatch(row -> row.size() != columns.size())) {
            throw new IllegalArgumentException("A row needs a value for each of the columns " + columns);
        }
        boolean keyed = key.stream()
                .mapToInt(columns::indexOf)
                .allMatch(at -> at >= 0 && rows.stream().noneMatch(row -> row.get(at) instanceof Value.Null));
        if (!keyed) {
            throw new IllegalArgumentException(
                    "The key " + key + " has to be among the columns " + columns + " and never null");
        }
    }
}
