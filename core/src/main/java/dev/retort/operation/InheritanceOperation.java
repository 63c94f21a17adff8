/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.PartitionOf;
import org.jspecify.annotations.Nullable;

/**
 * An operation on what a table inherits from or is a partition of.
 *
 * @since 0.1
 */
public sealed interface InheritanceOperation extends Operation {

    /** {@return the table} */
    QualifiedName table();

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
        return visitor.inheritance(this);
    }

    /**
     * Makes a table inherit from another.
     *
     * @param table the table
     * @param parent the one it inherits from
     */
    record AddInheritance(QualifiedName table, QualifiedName parent) implements InheritanceOperation {

        @Override
        public DropInheritance reverse() {
            return new DropInheritance(table, parent);
        }

        @Override
        public String describe() {
            return "let table " + table + " inherit from " + parent;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addInheritance(this);
        }
    }

    /**
     * Ends the inheritance of a table from another.
     *
     * @param table the table
     * @param parent the one it inherits from
     */
    record DropInheritance(QualifiedName table, QualifiedName parent) implements InheritanceOperation {

        @Override
        public AddInheritance reverse() {
            return new AddInheritance(table, parent);
        }

        @Override
        public String describe() {
            return "let table " + table + " no longer inherit from " + parent;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropInheritance(this);
        }
    }

    /**
     * Makes a table that is there a partition.
     *
     * @param table the table
     * @param partition of what, and with which bound
     * @param concurrently whether the reversal detaches it concurrently; attaching always lets others continue
     */
    record AttachPartition(QualifiedName table, PartitionOf partition, boolean concurrently)
            implements InheritanceOperation {

        @Override
        public DetachPartition reverse() {
            return new DetachPartition(table, partition.parent(), partition.bound(), concurrently);
        }

        @Override
        public String describe() {
            return "attach partition " + table + " to " + partition.parent();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.attachPartition(this);
        }
    }

    /**
     * Detaches a partition.
     *
     * @param table the partition
     * @param parent the partitioned table
     * @param bound its bound as SQL, for the reversal
     * @param concurrently whether others continue meanwhile (14)
     */
    record DetachPartition(
            QualifiedName table,
            QualifiedName parent,
            @Nullable String bound,
            boolean concurrently) implements InheritanceOperation {

        @Override
        public AttachPartition reverse() {
            String needed = Needed.of(this, bound, "the bound of the partition");
            return new AttachPartition(table, new PartitionOf(parent, needed), concurrently);
        }

        @Override
        public String describe() {
            return "detach partition " + table + " from " + parent;
        }

        @Override
        public Transactionality transactionality() {
            return concurrently ? Transactionality.OUTSIDE : Transactionality.INSIDE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.detachPartition(this);
        }
    }

    /**
     * Handles each of these operations.
     *
     * @param <R> the type of the result; {@link Void} where there is none
     */
    interface Visitor<R> {

        /**
         * Handles {@link AddInheritance}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R addInheritance(AddInheritance operation);

        /**
         * Handles {@link DropInheritance}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropInheritance(DropInheritance operation);

        /**
         * Handles {@link AttachPartition}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R attachPartition(AttachPartition operation);

        /**
         * Handles {@link DetachPartition}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R detachPartition(DetachPartition operation);
    }
}
