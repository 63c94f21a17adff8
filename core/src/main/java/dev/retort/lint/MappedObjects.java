/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The objects that the entities of one build map.
 *
 * @param build the build, for messages, such as {@code this build}
 * @param tables the types of the columns of each table, by the table's name with its schema and the column's name
 * @param enums the labels of each enum type, by its name with its schema
 * @param constants the values of columns that check constraints list, as for the names of the constants of Java enums,
 *     by the table's name with its schema, a dot and the column's name
 * @since 0.1
 */
public record MappedObjects(
        String build,
        Map<String, Map<String, String>> tables,
        Map<String, Set<String>> enums,
        Map<String, Set<String>> constants) {

    /**
     * Copies the maps, sorted.
     *
     * @param build the build, for messages, such as {@code this build}
     * @param tables the types of the columns of each table, by the table's name with its schema and the column's name
     * @param enums the labels of each enum type, by its name with its schema
     * @param constants the values of columns that check constraints list, by the table's name with its schema, a dot
     *     and the column's name
     */
    public MappedObjects {
        tables = Collections.unmodifiableMap(new TreeMap<>(tables));
        enums = Collections.unmodifiableMap(new TreeMap<>(enums));
        constants = Collections.unmodifiableMap(new TreeMap<>(constants));
    }

    /**
     * {@return the columns of a table; empty when no entity maps it}
     *
     * @param table the table's name with its schema, unquoted
     */
    public Optional<Set<String>> columns(String table) {
        return Optional.ofNullable(tables.get(table)).map(Map::keySet);
    }

    /**
     * {@return the type of a column; empty when no entity maps it}
     *
     * @param table the table's name with its schema, unquoted
     * @param column the column's name, unquoted
     */
    public Optional<String> type(String table, String column) {
        return Optional.ofNullable(tables.get(table)).map(columns -> columns.get(column));
    }
}
