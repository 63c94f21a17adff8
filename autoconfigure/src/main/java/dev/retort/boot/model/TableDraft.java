/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A table that is assembled from the aggregate paths that lead to it. All names are as in SQL. */
final class TableDraft {

    private final String name;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Set<String> notNull = new LinkedHashSet<>();
    private final Set<String> references = new LinkedHashSet<>();
    private final Set<String> foreignKeys = new LinkedHashSet<>();
    private final List<String> primaryKey = new ArrayList<>();
    private int owners;

    TableDraft(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void column(String column, String type, boolean nullable) {
        columns.putIfAbsent(column, type);
        if (!nullable) {
            notNull.add(column);
        }
    }

    /**
     * A column that references the aggregate of a row: NOT NULL, unless other rows of the table belong to another
     * aggregate.
     */
    void reference(String column, String type) {
        columns.putIfAbsent(column, type);
        references.add(column);
    }

    void owned() {
        owners++;
    }

    void primaryKey(List<String> names) {
        if (primaryKey.isEmpty()) {
            primaryKey.addAll(names);
        }
    }

    List<String> primaryKey() {
        return primaryKey;
    }

    String typeOf(String column) {
        return columns.getOrDefault(column, "").replace(AggregateTables.IDENTITY, "");
    }

    void foreignKey(List<String> names, String table, List<String> referenced) {
        foreignKeys.add("ALTER TABLE " + name + " ADD FOREIGN KEY (" + String.join(", ", names) + ") REFERENCES "
                + table + " (" + String.join(", ", referenced) + ")");
    }

    String create() {
        List<String> lines = columns.entrySet().stream()
                .map(column ->
                        column.getKey() + " " + column.getValue() + (isNotNull(column.getKey()) ? " NOT NULL" : ""))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!primaryKey.isEmpty()) {
            lines.add("PRIMARY KEY (" + String.join(", ", primaryKey) + ")");
        }
        return "CREATE TABLE " + name + " (" + String.join(", ", lines) + ")";
    }

    private boolean isNotNull(String column) {
        return notNull.contains(column) || (references.contains(column) && owners == 1);
    }

    Set<String> foreignKeys() {
        return foreignKeys;
    }
}
