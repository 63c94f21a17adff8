/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not a constraint's.
 *
 * @param name its name, in the table's schema; {@code null} where PostgreSQL chooses it
 * @param unique whether it is unique
 * @param nullsNotDistinct {@code NULLS NOT DISTINCT} (15)
 * @param method {@code btree}, {@code gin}, ...
 * @param elements its columns and expressions
 * @param include the {@code INCLUDE} columns
 * @param predicate the condition of a partial index as SQL; {@code null} for an index of all rows
 * @param storage how it is stored
 * @param valid whether it is valid; a failed concurrent build leaves an invalid one, or, on a partitioned
 *     table, one that not every partition has ({@code ON ONLY})
 * @param comment its comment
 * @since 0.1
 */
public record Index(
        @Nullable String name,
        boolean unique,
        boolean nullsNotDistinct,
        String method,
        List<IndexElement> elements,
        List<String> include,
        @Nullable String predicate,
        IndexStorage storage,
        boolean valid,
        @Nullable String comment) {

    /**
     * Copies the lists; refuses an index without elements.
     *
     * @param name its name, in the table's schema; {@code null} where PostgreSQL chooses it
     * @param unique whether it is unique
     * @param nullsNotDistinct {@code NULLS NOT DISTINCT} (15)
     * @param method {@code btree}, {@code gin}, ...
     * @param elements its columns and expressions
     * @param include the {@code INCLUDE} columns
     * @param predicate the condition of a partial index as SQL; {@code null} for an index of all rows
     * @param storage how it is stored
     * @param valid whether it is valid; a failed concurrent build leaves an invalid one
     * @param comment its comment
     */
    public Index {
        elements = List.copyOf(elements);
        include = List.copyOf(include);
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("An index needs at least one column or expression");
        }
    }

    /**
     * {@return this index under another name}
     *
     * @param other the other name, unquoted
     */
    public Index withName(String other) {
        return new Index(
                other, unique, nullsNotDistinct, method, elements, include, predicate, storage, valid, comment);
    }

    /**
     * {@return this index with another comment}
     *
     * @param other the other comment; {@code null} for none
     */
    public Index withComment(@Nullable String other) {
        return new Index(name, unique, nullsNotDistinct, method, elements, include, predicate, storage, valid, other);
    }
}
