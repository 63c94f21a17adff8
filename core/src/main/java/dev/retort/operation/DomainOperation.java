/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.Constraint;
import org.jspecify.annotations.Nullable;

/**
 * An operation on an existing domain. Creating and dropping it are {@link TypeOperation}s; renaming it or its
 * constraints, its privileges and comments {@link ObjectOperation}s.
 *
 * @since 0.1
 */
public sealed interface DomainOperation extends Operation {

    /** {@return the domain} */
    QualifiedName domain();

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
        return visitor.domain(this);
    }

    /**
     * Changes the default of a domain.
     *
     * @param domain the domain
     * @param from a default or none
     * @param to the same
     */
    record AlterDomainDefault(
            QualifiedName domain, @Nullable ColumnValue from, ColumnValue to) implements DomainOperation {

        @Override
        public AlterDomainDefault reverse() {
            return new AlterDomainDefault(domain, to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "change default of domain " + domain;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterDomainDefault(this);
        }
    }

    /**
     * Sets or drops the {@code NOT NULL} of a domain.
     *
     * @param domain the domain
     * @param notNull whether it is {@code NOT NULL}
     */
    record SetDomainNotNull(QualifiedName domain, boolean notNull) implements DomainOperation {

        @Override
        public SetDomainNotNull reverse() {
            return new SetDomainNotNull(domain, !notNull);
        }

        @Override
        public String describe() {
            return "make domain " + domain + (notNull ? " not null" : " nullable");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setDomainNotNull(this);
        }
    }

    /**
     * Adds a constraint to a domain. One that is not validated is not checked for existing rows.
     *
     * @param domain the domain
     * @param definition the constraint
     */
    record AddDomainConstraint(QualifiedName domain, Constraint.Check definition) implements DomainOperation {

        @Override
        public DropDomainConstraint reverse() {
            String name = Needed.name(this, definition.name());
            return new DropDomainConstraint(domain, name, false, definition);
        }

        @Override
        public String describe() {
            return "add constraint " + (definition.name() == null ? "" : definition.name() + " ") + "to domain "
                    + domain;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addDomainConstraint(this);
        }
    }

    /**
     * Drops a constraint of a domain.
     *
     * @param domain the domain
     * @param name the constraint
     * @param ifExists whether nothing happens when there is none
     * @param dropped its definition, for the reversal
     */
    record DropDomainConstraint(QualifiedName domain, String name, boolean ifExists, Constraint.@Nullable Check dropped)
            implements DomainOperation {

        @Override
        public AddDomainConstraint reverse() {
            Constraint.Check definition = Needed.dropped(this, false, dropped);
            if (ifExists) {
                throw IrreversibleOperationException.impossible(
                        this, "PostgreSQL has no ADD CONSTRAINT IF NOT EXISTS.");
            }
            return new AddDomainConstraint(domain, definition);
        }

        @Override
        public String describe() {
            return "drop constraint " + name + " of domain " + domain;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropDomainConstraint(this);
        }
    }

    /**
     * Validates a constraint of a domain for the rows that existed when it was added.
     *
     * @param domain the domain
     * @param name the constraint
     * @param definition the constraint, for the reversal
     */
    record ValidateDomainConstraint(QualifiedName domain, String name, Constraint.@Nullable Check definition)
            implements DomainOperation {

        @Override
        public InvalidateDomainConstraint reverse() {
            return new InvalidateDomainConstraint(
                    domain, name, Needed.of(this, definition, "the definition of the constraint"));
        }

        @Override
        public String describe() {
            return "validate constraint " + name + " of domain " + domain;
        }

        @Override
        public Transactionality transactionality() {
            return Transactionality.ALONE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.validateDomainConstraint(this);
        }
    }

    /**
     * Marks a constraint of a domain as not validated: drops it and adds it again as {@code NOT VALID}.
     *
     * @param domain the domain
     * @param name the constraint
     * @param definition the constraint
     */
    record InvalidateDomainConstraint(QualifiedName domain, String name, Constraint.Check definition)
            implements DomainOperation {

        @Override
        public ValidateDomainConstraint reverse() {
            return new ValidateDomainConstraint(domain, name, definition);
        }

        @Override
        public String describe() {
            return "mark constraint " + name + " of domain " + domain + " as not validated";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.invalidateDomainConstraint(this);
        }
    }

    /**
     * Handles each of these operations.
     *
     * @param <R> the type of the result; {@link Void} where there is none
     */
    interface Visitor<R> {

        /**
         * Handles {@link AlterDomainDefault}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R alterDomainDefault(AlterDomainDefault operation);

        /**
         * Handles {@link SetDomainNotNull}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R setDomainNotNull(SetDomainNotNull operation);

        /**
         * Handles {@link AddDomainConstraint}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R addDomainConstraint(AddDomainConstraint operation);

        /**
         * Handles {@link DropDomainConstraint}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropDomainConstraint(DropDomainConstraint operation);

        /**
         * Handles {@link ValidateDomainConstraint}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R validateDomainConstraint(ValidateDomainConstraint operation);

        /**
         * Handles {@link InvalidateDomainConstraint}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R invalidateDomainConstraint(InvalidateDomainConstraint operation);
    }
}
