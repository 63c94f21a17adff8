/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.schema.Extension;
import dev.retort.schema.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a schema or an extension. Renaming a schema, the schema of an extension's objects,
 * privileges and comments are {@link ObjectOperation}s.
 *
 * @since 0.1
 */
public sealed interface DatabaseOperation extends Operation {

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
        return visitor.database(this);
    }

    /**
     * Creates a schema with its comment and privileges.
     *
     * @param definition the schema
     * @param ifNotExists whether nothing happens when there is one of that name
     */
    record CreateSchema(Namespace definition, boolean ifNotExists) implements DatabaseOperation {

        @Override
        public DropSchema reverse() {
            return new DropSchema(definition.name(), ifNotExists, false, definition);
        }

        @Override
        public String describe() {
            return "create " + definition.key();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createSchema(this);
        }
    }

    /**
     * Drops a schema.
     *
     * @param name the schema
     * @param ifExists whether nothing happens when there is none
     * @param cascade whether dependent objects are dropped too; then it cannot be reversed
     * @param dropped its definition, for the reversal
     */
    record DropSchema(
            String name,
            boolean ifExists,
            boolean cascade,
            @Nullable Namespace dropped) implements DatabaseOperation {

        /**
         * {@return the operation {@code DROP ... RESTRICT}, whose reversal creates the object}
         *
         * @param dropped the object as it is now, for the reversal
         */
        public static DropSchema of(Namespace dropped) {
            return new DropSchema(dropped.name(), false, false, dropped);
        }

        @Override
        public CreateSchema reverse() {
            return new CreateSchema(Needed.dropped(this, cascade, dropped), ifExists);
        }

        @Override
        public String describe() {
            return "drop schema " + name;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropSchema(this);
        }
    }

    /**
     * Creates an extension; those that it needs already exist.
     *
     * @param definition the extension
     * @param ifNotExists whether nothing happens when there is one of that name
     */
    record CreateExtension(Extension definition, boolean ifNotExists) implements DatabaseOperation {

        @Override
        public DropExtension reverse() {
            return new DropExtension(definition.name(), ifNotExists, false, definition);
        }

        @Override
        public String describe() {
            return "create " + definition.key();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createExtension(this);
        }
    }

    /**
     * Drops an extension.
     *
     * @param name the extension
     * @param ifExists whether nothing happens when there is none
     * @param cascade whether dependent objects are dropped too; then it cannot be reversed
     * @param dropped its definition, for the reversal
     */
    record DropExtension(
            String name,
            boolean ifExists,
            boolean cascade,
            @Nullable Extension dropped) implements DatabaseOperation {

        /**
         * {@return the operation {@code DROP ... RESTRICT}, whose reversal creates the object}
         *
         * @param dropped the object as it is now, for the reversal
         */
        public static DropExtension of(Extension dropped) {
            return new DropExtension(dropped.name(), false, false, dropped);
        }

        @Override
        public CreateExtension reverse() {
            return new CreateExtension(Needed.dropped(this, cascade, dropped), ifExists);
        }

        @Override
        public String describe() {
            return "drop extension " + name;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropExtension(this);
        }
    }

    /**
     * Updates an extension to another version. PostgreSQL needs the extension's update script, and few extensions have
     * one for the reversal.
     *
     * @param name the extension
     * @param from the old version
     * @param to the new version
     */
    record UpdateExtension(String name, @Nullable String from, String to) implements DatabaseOperation {

        @Override
        public UpdateExtension reverse() {
            return new UpdateExtension(name, to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "update extension " + name + " to " + to;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.updateExtension(this);
        }
    }

    /**
     * Handles each of these operations.
     *
     * @param <R> the type of the result; {@link Void} where there is none
     */
    interface Visitor<R> {

        /**
         * Handles {@link CreateSchema}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R createSchema(CreateSchema operation);

        /**
         * Handles {@link DropSchema}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropSchema(DropSchema operation);

        /**
         * Handles {@link CreateExtension}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R createExtension(CreateExtension operation);

        /**
         * Handles {@link DropExtension}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropExtension(DropExtension operation);

        /**
         * Handles {@link UpdateExtension}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R updateExtension(UpdateExtension operation);
    }
}
