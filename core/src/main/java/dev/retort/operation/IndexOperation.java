/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Index;
import org.jspecify.annotations.Nullable;

/**
 * An operation on an index that is not a constraint's. Renaming it, its tablespace, storage parameters and comment are
 * {@link ObjectOperation}s.
 *
 * @since 0.1
 */
public sealed interface IndexOperation extends Operation {

    /**
     * Calls the method of the visitor for this record.
     *
     * @param <R> the type of the visitor's result
     * @param visitor called exactly once, on the calling thread, with this operation
     * @return what the visitor returned
     */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(OperationVisitor<R> visitor) {
        return visitor.index(this);
    }

    /**
     * Builds an index.
     *
     * @param table the table or materialized view
     * @param definition the index
     * @param concurrently whether it uses {@code CONCURRENTLY}, which does not block writes
     * @param ifNotExists whether nothing happens when there is one of that name
     */
    record CreateIndex(QualifiedName table, Index definition, boolean concurrently, boolean ifNotExists)
            implements IndexOperation {

        /**
         * {@return the operation {@code CREATE INDEX}, which takes SHARE on the table: writes wait until it commits}
         *
         * @param table the table or materialized view
         * @param definition the index; without a name PostgreSQL chooses one, and the operation cannot be reversed
         */
        public static CreateIndex of(QualifiedName table, Index definition) {
            return new CreateIndex(table, definition, false, false);
        }

        @Override
        public DropIndex reverse() {
            QualifiedName name = table.sibling(Needed.name(this, definition.name()));
            return new DropIndex(name, concurrently, ifNotExists, false, table, definition);
        }

        @Override
        public String describe() {
            return "create index " + (definition.name() == null ? "" : definition.name() + " ") + "on " + table;
        }

        @Override
        public Transactionality transactionality() {
            return concurrently ? Transactionality.OUTSIDE : Transactionality.INSIDE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createIndex(this);
        }
    }

    /**
     * Drops an index.
     *
     * @param index the index
     * @param concurrently whether it uses {@code CONCURRENTLY}, which does not block reads and writes
     * @param ifExists whether nothing happens when there is none
     * @param cascade whether dependent objects are dropped too; then it cannot be reversed
     * @param table the table it was on, for the reversal
     * @param dropped its definition, for the reversal
     */
    record DropIndex(
            QualifiedName index,
            boolean concurrently,
            boolean ifExists,
            boolean cascade,
            @Nullable QualifiedName table,
            @Nullable Index dropped)
            implements IndexOperation {

        /**
         * {@return the operation {@code DROP INDEX ... RESTRICT}, whose reversal builds the index}
         *
         * @param table the table or materialized view of the index
         * @param dropped the index as it is now, for the reversal; it must have a name
         */
        public static DropIndex of(QualifiedName table, Index dropped) {
            return CreateIndex.of(table, dropped).reverse();
        }

        @Override
        public CreateIndex reverse() {
            Index definition = Needed.dropped(this, cascade, dropped);
            QualifiedName on = Needed.of(this, table, "the table of the index");
            return new CreateIndex(on, definition, concurrently, ifExists);
        }

        @Override
        public String describe() {
            return "drop index " + index;
        }

        @Override
        public Transactionality transactionality() {
            return concurrently ? Transactionality.OUTSIDE : Transactionality.INSIDE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropIndex(this);
        }
    }

    /**
     * Handles each of these operations.
     *
     * @param <R> the type of the result; {@link Void} where there is none
     */
    interface Visitor<R> {

        /**
         * Handles {@link CreateIndex}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R createIndex(CreateIndex operation);

        /**
         * Handles {@link DropIndex}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropIndex(DropIndex operation);
    }
}
