/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Deferrability;
import dev.retort.schema.part.Index;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a constraint of a table. Renaming it and its comment are {@link ObjectOperation}s; that a column
 * is {@code NOT NULL} is a {@link ColumnOperation}.
 *
 * @since 0.1
 */
public sealed interface ConstraintOperation extends Operation {

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
        return visitor.constraint(this);
    }

    /**
     * Adds a constraint. One that is not validated is not checked for existing rows.
     *
     * @param table the table
     * @param definition the constraint
     */
    record AddConstraint(QualifiedName table, Constraint definition) implements ConstraintOperation {

        @Override
        public DropConstraint reverse() {
            String name = Needed.name(this, definition.name());
            return new DropConstraint(table, name, false, false, definition);
        }

        @Override
        public String describe() {
            return "add constraint " + (definition.name() == null ? "" : definition.name() + " ") + "to " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addConstraint(this);
        }
    }

    /**
     * Drops a constraint.
     *
     * @param table the table
     * @param name the constraint
     * @param ifExists whether nothing happens when there is none
     * @param cascade whether dependent objects are dropped too; then it cannot be reversed
     * @param dropped its definition, for the reversal
     */
    record DropConstraint(
            QualifiedName table,
            String name,
            boolean ifExists,
            boolean cascade,
            @Nullable Constraint dropped) implements ConstraintOperation {

        /**
         * {@return the operation {@code DROP CONSTRAINT ... RESTRICT}, whose reversal adds the constraint}
         *
         * @param table the table
         * @param dropped the constraint as it is now, for the reversal; it must have a name
         */
        public static DropConstraint of(QualifiedName table, Constraint dropped) {
            return new AddConstraint(table, dropped).reverse();
        }

        @Override
        public AddConstraint reverse() {
            Constraint definition = Needed.dropped(this, cascade, dropped);
            if (ifExists) {
                throw IrreversibleOperationException.impossible(
                        this, "PostgreSQL has no ADD CONSTRAINT IF NOT EXISTS.");
            }
            return new AddConstraint(table, definition);
        }

        @Override
        public String describe() {
            return "drop constraint " + name + " of " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropConstraint(this);
        }
    }

    /**
     * Validates a constraint for the rows that existed when it was added.
     *
     * @param table the table
     * @param name the constraint
     * @param definition the constraint, for the reversal
     */
    record ValidateConstraint(
            QualifiedName table, String name, @Nullable Constraint definition) implements ConstraintOperation {

        @Override
        public InvalidateConstraint reverse() {
            return new InvalidateConstraint(
                    table, name, Needed.of(this, definition, "the definition of the" + " constraint"));
        }

        @Override
        public String describe() {
            return "validate constraint " + name + " of " + table;
        }

        @Override
        public Transactionality transactionality() {
            return Transactionality.ALONE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.validateConstraint(this);
        }
    }

    /**
     * Marks a constraint as not validated: drops it and adds it again as {@code NOT VALID}.
     *
     * @param table the table
     * @param name the constraint
     * @param definition the constraint
     */
    record InvalidateConstraint(QualifiedName table, String name, Constraint definition)
            implements ConstraintOperation {

        @Override
        public ValidateConstraint reverse() {
            return new ValidateConstraint(table, name, definition);
        }

        @Override
        public String describe() {
            return "mark constraint " + name + " of " + table + " as not validated";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.invalidateConstraint(this);
        }
    }

    /**
     * Changes the deferrability of a foreign key. PostgreSQL cannot change other constraints: they are dropped and
     * added.
     *
     * @param table the table
     * @param name the constraint
     * @param from when it was checked
     * @param to when it will be
     */
    record AlterDeferrability(
            QualifiedName table, String name, @Nullable Deferrability from, Deferrability to)
            implements ConstraintOperation {

        @Override
        public AlterDeferrability reverse() {
            return new AlterDeferrability(table, name, to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "change deferrability of constraint " + name + " of " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterDeferrability(this);
        }
    }

    /**
     * Changes whether a foreign key is enforced (18).
     *
     * @param table the table
     * @param name the constraint
     * @param enforced whether it is enforced; then existing rows are checked
     */
    record SetEnforced(QualifiedName table, String name, boolean enforced) implements ConstraintOperation {

        @Override
        public SetEnforced reverse() {
            return new SetEnforced(table, name, !enforced);
        }

        @Override
        public String describe() {
            return (enforced ? "enforce" : "no longer enforce") + " constraint " + name + " of " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setEnforced(this);
        }
    }

    /**
     * Adds a constraint using an index, which gets the constraint's name.
     *
     * @param table the table
     * @param definition the primary key or unique constraint
     * @param index the index, with its own name
     */
    record AddConstraintUsingIndex(QualifiedName table, Constraint definition, Index index)
            implements ConstraintOperation {

        /**
         * Refuses constraints that cannot use an index, and an index or a constraint without a name.
         *
         * @param table the table
         * @param definition the primary key or unique constraint
         * @param index the index, with its own name
         */
        public AddConstraintUsingIndex {
            Needed.indexed(definition, index);
        }

        @Override
        public DropConstraintKeepingIndex reverse() {
            return new DropConstraintKeepingIndex(table, definition, index);
        }

        @Override
        public String describe() {
            return "add constraint " + definition.name() + " using index " + index.name() + " to " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addConstraintUsingIndex(this);
        }
    }

    /**
     * Drops a constraint that uses an index, and builds the index again.
     *
     * @param table the table
     * @param definition the primary key or unique constraint
     * @param index the index, with its own name
     */
    record DropConstraintKeepingIndex(QualifiedName table, Constraint definition, Index index)
            implements ConstraintOperation {

        /**
         * Refuses constraints that cannot use an index, and an index or a constraint without a name.
         *
         * @param table the table
         * @param definition the primary key or unique constraint
         * @param index the index, with its own name
         */
        public DropConstraintKeepingIndex {
            Needed.indexed(definition, index);
        }

        @Override
        public AddConstraintUsingIndex reverse() {
            return new AddConstraintUsingIndex(table, definition, index);
        }

        @Override
        public String describe() {
            return "drop constraint " + definition.name() + " of " + table + " keeping index " + index.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropConstraintKeepingIndex(this);
        }
    }

    /**
     * Handles each of these operations.
     *
     * @param <R> the type of the result; {@link Void} where there is none
     */
    interface Visitor<R> {

        /**
         * Handles {@link AddConstraint}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R addConstraint(AddConstraint operation);

        /**
         * Handles {@link DropConstraint}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropConstraint(DropConstraint operation);

        /**
         * Handles {@link ValidateConstraint}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R validateConstraint(ValidateConstraint operation);

        /**
         * Handles {@link InvalidateConstraint}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R invalidateConstraint(InvalidateConstraint operation);

        /**
         * Handles {@link AlterDeferrability}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R alterDeferrability(AlterDeferrability operation);

        /**
         * Handles {@link SetEnforced}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R setEnforced(SetEnforced operation);

        /**
         * Handles {@link AddConstraintUsingIndex}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R addConstraintUsingIndex(AddConstraintUsingIndex operation);

        /**
         * Handles {@link DropConstraintKeepingIndex}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropConstraintKeepingIndex(DropConstraintKeepingIndex operation);
    }
}
