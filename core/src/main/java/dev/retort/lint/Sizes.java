/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sizes of the tables and indexes of a database.
 *
 * @param tables by name with schema; a partitioned table has the sum of its partitions
 * @param indexes bytes by name with schema
 * @since 0.1
 */
public record Sizes(Map<String, RelationSize> tables, Map<String, Long> indexes) {

    /** Nothing is known. */
    public static final Sizes UNKNOWN = new Sizes(Map.of(), Map.of());

    /**
     * Copies the maps, sorted.
     *
     * @param tables by name with schema; a partitioned table has the sum of its partitions
     * @param indexes bytes by name with schema
     */
    public Sizes {
        tables = java.util.Collections.unmodifiableMap(new TreeMap<>(tables));
        indexes = java.util.Collections.unmodifiableMap(new TreeMap<>(indexes));
    }

    /**
     * {@return the size of a table; empty when it is not known}
     *
     * @param name the table's name with its schema, unquoted
     */
    public Optional<RelationSize> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** {@return whether no size is known at all} */
    public boolean isEmpty() {
        return tables.isEmpty() && indexes.isEmpty();
    }
}
