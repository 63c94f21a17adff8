/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.schema.Sequence;
import dev.retort.schema.name.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a sequence. Renaming it, its schema, privileges and comment are {@link ObjectOperation}s.
 *
 * @since 0.1
 */
public sealed interface SequenceOperation extends Operation {

    /** {@return the sequence} */
    QualifiedName sequence();

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
        return visitor.sequence(this);
    }

    /**
     * Makes a sequence with its comment and privileges.
     *
     * @param definition the sequence
     * @param ifNotExists whether nothing happens when there is one of that name
     */
    record CreateSequence(Sequence definition, boolean ifNotExists) implements SequenceOperation {

        @Override
        public QualifiedName sequence() {
            return definition.name();
        }

        @Override
        public DropSequence reverse() {
            return new DropSequence(definition.name(), ifNotExists, false, definition);
        }

        @Override
        public String describe() {
            return "create " + definition.key();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createSequence(this);
        }
    }

    /**
     * Drops a sequence.
     *
     * @param sequence the sequence
     * @param ifExists whether nothing happens when there is none
     * @param cascade whether dependent objects are dropped too; then it cannot be reversed
     * @param dropped its definition, for the reversal
     */
    record DropSequence(
            QualifiedName sequence,
            boolean ifExists,
            boolean cascade,
            @Nullable Sequence dropped) implements SequenceOperation {

        /**
         * {@return the operation {@code DROP ... RESTRICT}, whose reversal creates the object with its comment and
         * privileges}
         *
         * @param dropped the object as it is now, for the reversal
         */
        public static DropSequence of(Sequence dropped) {
            return new DropSequence(dropped.name(), false, false, dropped);
        }

        @Override
        public CreateSequence reverse() {
            return new CreateSequence(Needed.dropped(this, cascade, dropped), ifExists);
        }

        @Override
        public String describe() {
            return "drop sequence " + sequence;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropSequence(this);
        }
    }

    /**
     * Changes how a sequence counts, its type, the column that it goes with, or whether it is logged. Name, privileges
     * and comment do not count.
     *
     * @param from the old definition; {@code null} if not given: then all that {@code to} states is set
     * @param to what it will look like
     */
    record AlterSequence(@Nullable Sequence from, Sequence to) implements SequenceOperation {

        @Override
        public QualifiedName sequence() {
            return to.name();
        }

        @Override
        public AlterSequence reverse() {
            return new AlterSequence(to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "change " + to.key();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterSequence(this);
        }
    }

    /**
     * Handles each of these operations.
     *
     * @param <R> the type of the result; {@link Void} where there is none
     */
    interface Visitor<R> {

        /**
         * Handles {@link CreateSequence}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R createSequence(CreateSequence operation);

        /**
         * Handles {@link DropSequence}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropSequence(DropSequence operation);

        /**
         * Handles {@link AlterSequence}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R alterSequence(AlterSequence operation);
    }
}
