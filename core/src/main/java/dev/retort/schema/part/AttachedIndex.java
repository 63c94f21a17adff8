/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

import dev.retort.schema.name.DefaultNames;
import org.jspecify.annotations.Nullable;

/**
 * An index of a partition that is attached to an index, a primary key or a unique constraint of the table that it is a partition
 * of, and says the same. PostgreSQL creates and drops it with that one.
 *
 * @param name its name
 * @param parent the name of the index or constraint that it is attached to
 * @param label what PostgreSQL ends its own name for it with: {@code idx}, {@code key}, {@code pkey} or {@code excl}
 * @param columns what PostgreSQL's own name for it says of its columns, such as {@code id_at}
 * @param comment its comment
 * @since 0.1
 */
public record AttachedIndex(
        String name,
        String parent,
        String label,
        String columns,
        @Nullable String comment) {

    /**
     * {@return the name that PostgreSQL gives it, where that is free}
     *
     * @param table the partition's name, unquoted and without its schema
     */
    public String usualName(String table) {
        return label.equals("pkey") ? DefaultNames.of(table, label) : DefaultNames.of(table, columns, label);
    }
}
