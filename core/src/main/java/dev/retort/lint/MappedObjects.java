/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the entities of one build map.
 *
 * @param build the build, for messages, such as {@code this build}
 * @param tables the columns of each table, by the table's name with its schema
 * @param enums the labels of each enum type, by its name with its schema
 * @since 0.1
 */
public record MappedObjects(String build, Map<String, Set<String>> tables, Map<String, Set<String>> enums) {

    /**
     * Copies the maps, sorted.
     *
     * @param build the build, for messages, such as {@code this build}
     * @param tables the columns of each table, by the table's name with its schema
     * @param enums the labels of each enum type, by its name with its schema
     */
    public MappedObjects {
        tables = java.util.Collections.unmodifiableMap(new TreeMap<>(tables));
        enums = java.util.Collections.unmodifiableMap(new TreeMap<>(enums));
    }

    /**
     * {@return the columns of a table; empty when no entity maps it}
     *
     * @param table the table's name with its schema, unquoted
     */
    public Optional<Set<String>> columns(String table) {
        return Optional.ofNullable(tables.get(table));
    }
}
