/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What looks like a rename and is written as a drop and an add, because nobody can know. */
final class RenameHints {

    private final Map<List<String>, List<Table>> gone = new HashMap<>();

    /**
     * Notes the tables that the model does not have.
     *
     * @param database the real schema
     * @param model the wanted one
     */
    RenameHints(Lookup database, Lookup model) {
        for (Table table : database.schema().tables()) {
            if (model.table(table.name()) == null && table.partitionOf() == null) {
                gone.computeIfAbsent(shape(table), key -> new ArrayList<>()).add(table);
            }
        }
    }

    private static List<String> shape(Table table) {
        return table.columns().stream()
                .map(column -> column.name() + " " + column.type())
                .sorted()
                .toList();
    }

    /** {@return what to say of a new table} */
    List<String> ofTable(Table table) {
        return gone.getOrDefault(shape(table), List.of()).stream()
                .map(old -> Notes.looksLikeTableRename(old.name(), table.name()))
                .toList();
    }

    /** {@return what to say of a new column} */
    static List<String> ofColumn(Table from, Table to, Column column) {
        List<Column> candidates = from.columns().stream()
                .filter(old -> to.column(old.name()).isEmpty() && isAlike(old, column))
                .toList();
        List<Column> rivals = to.columns().stream()
                .filter(other -> from.column(other.name()).isEmpty() && isAlike(other, column))
                .toList();
        return candidates.size() == 1 && rivals.size() == 1
                ? List.of(
                        Notes.looksLikeColumnRename(to.name(), candidates.get(0).name(), column.name()))
                : List.of();
    }

    private static boolean isAlike(Column some, Column another) {
        return some.type().equals(another.type())
                && ColumnFate.generation(some) == null
                && ColumnFate.generation(another) == null;
    }
}
