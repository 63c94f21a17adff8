/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import dev.retort.schema.part.IndexStorage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index as a revision writes it: {@code index("ix_customer_email").on("customer", "email").unique()}.
 *
 * <p>Immutable: each method returns a new definition.
 *
 * @param table the table
 * @param index the index
 * @param isConcurrent whether it is built with {@code CONCURRENTLY}, which does not block writes
 * @since 0.1
 */
public record IndexDefinition(QualifiedName table, Index index, boolean isConcurrent) {

    /** An index without its table. */
    public static final class Named {

        private final @Nullable String name;

        Named(@Nullable String name) {
            this.name = name;
        }

        /**
         * Sets the indexed columns.
         *
         * @param table the table, {@code schema.table} where the search path does not find it
         * @param columns its columns, unquoted; {@link #on(String, List)} takes expressions
         * @return a B-tree index, not unique, over all rows, until further methods change that
         */
        public IndexDefinition on(String table, String... columns) {
            List<IndexElement> elements = new ArrayList<>();
            for (String column : columns) {
                elements.add(IndexElement.column(Names.plain(column)));
            }
            return on(table, elements);
        }

        /**
         * Sets the indexed elements: for orders, operator classes, expressions.
         *
         * @param table the table, {@code schema.table} where the search path does not find it
         * @param elements its columns and expressions
         * @return a B-tree index, not unique, over all rows, until further methods change that
         */
        public IndexDefinition on(String table, List<IndexElement> elements) {
            Index index =
                    new Index(name, false, false, "btree", elements, List.of(), null, IndexStorage.DEFAULT, true, null);
            return new IndexDefinition(Definitions.name(table), index, false);
        }
    }

    private IndexDefinition with(boolean unique, String method, List<String> include, @Nullable String predicate) {
        Index changed = new Index(
                index.name(),
                unique,
                index.nullsNotDistinct(),
                method,
                index.elements(),
                include,
                predicate,
                index.storage(),
                index.valid(),
                index.comment());
        return new IndexDefinition(table, changed, isConcurrent);
    }

    /** {@return the index, unique} */
    public IndexDefinition unique() {
        return with(true, index.method(), index.include(), index.predicate());
    }

    /** {@return the index, unique with {@code NULLS NOT DISTINCT} (PostgreSQL 15)} */
    public IndexDefinition nullsNotDistinct() {
        Index changed = new Index(
                index.name(),
                true,
                true,
                index.method(),
                index.elements(),
                index.include(),
                index.predicate(),
                index.storage(),
                index.valid(),
                index.comment());
        return new IndexDefinition(table, changed, isConcurrent);
    }

    /**
     * Sets the index method.
     *
     * @param method {@code gin}, {@code gist}, {@code brin}, {@code hash}, ...
     * @return another definition of the index with it; this one stays as it is
     */
    public IndexDefinition using(String method) {
        return with(index.unique(), method, index.include(), index.predicate());
    }

    /**
     * Includes columns in the index, for index-only scans.
     *
     * @param columns unquoted
     * @return another definition of the index with it; this one stays as it is
     */
    public IndexDefinition include(String... columns) {
        return with(index.unique(), index.method(), Names.plain(columns), index.predicate());
    }

    /**
     * Restricts the index to some rows.
     *
     * @param predicate which rows are indexed, as SQL
     * @return another definition of the index with it; this one stays as it is
     */
    public IndexDefinition where(String predicate) {
        return with(index.unique(), index.method(), index.include(), predicate);
    }

    /** {@return the index, built with {@code CONCURRENTLY}; only inside {@link Operations#autocommit}} */
    public IndexDefinition concurrently() {
        return new IndexDefinition(table, index, true);
    }
}
