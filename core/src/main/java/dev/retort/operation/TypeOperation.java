/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.operation.value.ColumnType;
import dev.retort.schema.UserType;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a type. Renaming it, its schema, privileges and comment are {@link ObjectOperation}s; values of enum
 * types are {@link EnumOperation}s.
 *
 * @since 0.1
 */
public sealed interface TypeOperation extends Operation {

    /** {@return the type} */
    QualifiedName type();

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
        return visitor.type(this);
    }

    /**
     * Makes an enum type, a composite type, a range type or a domain.
     *
     * @param definition the type
     */
    record CreateType(UserType definition) implements TypeOperation {

        @Override
        public QualifiedName type() {
            return definition.name();
        }

        @Override
        public DropType reverse() {
            return new DropType(definition.key(), false, false, definition);
        }

        @Override
        public String describe() {
            return "create " + definition.key();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createType(this);
        }
    }

    /**
     * Drops a type or domain.
     *
     * @param object the type or domain
     * @param ifExists whether nothing happens when there is none
     * @param cascade whether dependent objects are dropped too; then it cannot be reversed
     * @param dropped its definition, for the reversal
     */
    record DropType(
            ObjectKey object,
            boolean ifExists,
            boolean cascade,
            @Nullable UserType dropped) implements TypeOperation {

        /**
         * {@return the operation {@code DROP ... RESTRICT}, whose reversal creates the object with its comment and
         * privileges}
         *
         * @param dropped the object as it is now, for the reversal
         */
        public static DropType of(UserType dropped) {
            return new DropType(dropped.key(), false, false, dropped);
        }

        @Override
        public QualifiedName type() {
            return object.name();
        }

        @Override
        public CreateType reverse() {
            UserType definition = Needed.dropped(this, cascade, dropped);
            if (ifExists) {
                throw IrreversibleOperationException.impossible(this, "PostgreSQL has no CREATE TYPE IF NOT EXISTS.");
            }
            return new CreateType(definition);
        }

        @Override
        public String describe() {
            return "drop " + object;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropType(this);
        }
    }

    /**
     * Adds an attribute to a composite type.
     *
     * @param type the type
     * @param definition the attribute
     */
    record AddAttribute(QualifiedName type, Column definition) implements TypeOperation {

        @Override
        public DropAttribute reverse() {
            return new DropAttribute(type, definition.name(), false, definition);
        }

        @Override
        public String describe() {
            return "add attribute " + type + "." + definition.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addAttribute(this);
        }
    }

    /**
     * Drops an attribute of a composite type. The reversal adds it at the end.
     *
     * @param type the type
     * @param attribute the attribute
     * @param cascade whether tables of the type are changed too; then it cannot be reversed
     * @param dropped its definition, for the reversal
     */
    record DropAttribute(
            QualifiedName type,
            String attribute,
            boolean cascade,
            @Nullable Column dropped) implements TypeOperation {

        @Override
        public AddAttribute reverse() {
            return new AddAttribute(type, Needed.dropped(this, cascade, dropped));
        }

        @Override
        public String describe() {
            return "drop attribute " + type + "." + attribute;
        }

        @Override
        public boolean losesData() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropAttribute(this);
        }
    }

    /**
     * Changes the type of an attribute of a composite type. PostgreSQL refuses it while a table has a column of the
     * composite type.
     *
     * @param type the type
     * @param attribute the attribute
     * @param from the old type
     * @param to the new type
     */
    record AlterAttributeType(
            QualifiedName type, String attribute, @Nullable ColumnType from, ColumnType to) implements TypeOperation {

        @Override
        public AlterAttributeType reverse() {
            return new AlterAttributeType(type, attribute, to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "change type of attribute " + type + "." + attribute;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterAttributeType(this);
        }
    }

    /**
     * Handles each of these operations.
     *
     * @param <R> the type of the result; {@link Void} where there is none
     */
    interface Visitor<R> {

        /**
         * Handles {@link CreateType}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R createType(CreateType operation);

        /**
         * Handles {@link DropType}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropType(DropType operation);

        /**
         * Handles {@link AddAttribute}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R addAttribute(AddAttribute operation);

        /**
         * Handles {@link DropAttribute}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropAttribute(DropAttribute operation);

        /**
         * Handles {@link AlterAttributeType}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R alterAttributeType(AlterAttributeType operation);
    }
}
