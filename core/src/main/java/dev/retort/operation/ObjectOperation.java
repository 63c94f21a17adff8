/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.schema.DefinedObject;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Grant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An operation that objects of many kinds know: names, schemas, comments, privileges, storage.
 *
 * @since 0.1
 */
public sealed interface ObjectOperation extends Operation {

    /** {@return the object} */
    ObjectKey object();

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
        return visitor.object(this);
    }

    /**
     * Gives an object another name; of a part of a table or type that part.
     *
     * @param object the object
     * @param to its new name
     */
    record Rename(ObjectKey object, String to) implements ObjectOperation {

        /** {@return the name it has before} */
        public String from() {
            return object.detail().isEmpty() || isRoutine() ? object.name().name() : object.detail();
        }

        /** {@return the object under its new name} */
        public ObjectKey renamed() {
            return object.detail().isEmpty() || isRoutine()
                    ? new ObjectKey(object.kind(), object.name().sibling(to), object.detail())
                    : new ObjectKey(object.kind(), object.name(), to);
        }

        private boolean isRoutine() {
            return switch (object.kind()) {
                case FUNCTION, PROCEDURE, AGGREGATE -> true;
                default -> false;
            };
        }

        @Override
        public Rename reverse() {
            return new Rename(renamed(), from());
        }

        @Override
        public String describe() {
            return "rename " + object + " to " + to;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rename(this);
        }
    }

    /**
     * Moves an object to another schema.
     *
     * @param object the object
     * @param from the present schema; of an extension the schema of its objects
     * @param to the other schema
     */
    record SetSchema(ObjectKey object, @Nullable String from, String to) implements ObjectOperation {

        /**
         * {@return the operation {@code ALTER ... SET SCHEMA} for an object whose name has its schema}
         *
         * @param object the object in the schema where it is now
         * @param to the other schema, unquoted; it must exist
         */
        public static SetSchema of(ObjectKey object, String to) {
            return new SetSchema(object, object.name().schema(), to);
        }

        /** {@return the object in its new place} */
        public ObjectKey moved() {
            return object.kind() == ObjectKind.EXTENSION
                    ? object
                    : new ObjectKey(
                            object.kind(), QualifiedName.of(to, object.name().name()), object.detail());
        }

        @Override
        public SetSchema reverse() {
            String before = Needed.of(this, from, "the present schema");
            return new SetSchema(moved(), to, before);
        }

        @Override
        public String describe() {
            return "move " + object + " to schema " + to;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setSchema(this);
        }
    }

    /**
     * Sets or removes a comment.
     *
     * @param object the object
     * @param from the comment it had; empty for none
     * @param to the comment; empty for none
     */
    record CommentOn(ObjectKey object, @Nullable String from, String to) implements ObjectOperation {

        @Override
        public CommentOn reverse() {
            return new CommentOn(object, to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "comment on " + object;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.commentOn(this);
        }
    }

    /**
     * Grants privileges on an object.
     *
     * @param object the object
     * @param grants the privileges
     */
    record GrantPrivileges(ObjectKey object, List<Grant> grants) implements ObjectOperation {

        /**
         * Copies the collections.
         *
         * @param object the object
         * @param grants the privileges
         */
        public GrantPrivileges {
            grants = List.copyOf(grants);
        }

        @Override
        public RevokePrivileges reverse() {
            return new RevokePrivileges(object, grants);
        }

        @Override
        public String describe() {
            return "grant privileges on " + object;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.grantPrivileges(this);
        }
    }

    /**
     * Takes privileges on an object back.
     *
     * @param object the object
     * @param grants the privileges
     */
    record RevokePrivileges(ObjectKey object, List<Grant> grants) implements ObjectOperation {

        /**
         * Copies the collections.
         *
         * @param object the object
         * @param grants the privileges
         */
        public RevokePrivileges {
            grants = List.copyOf(grants);
        }

        @Override
        public GrantPrivileges reverse() {
            return new GrantPrivileges(object, grants);
        }

        @Override
        public String describe() {
            return "revoke privileges on " + object;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.revokePrivileges(this);
        }
    }

    /**
     * Sets storage parameters of a table, materialized view or index, or options of a view.
     *
     * @param object the object
     * @param from the parameters it had
     * @param to the parameters; those of before that are not among them go back to PostgreSQL's own
     */
    record SetStorageParameters(ObjectKey object, @Nullable Map<String, String> from, Map<String, String> to)
            implements ObjectOperation {

        /**
         * Copies the collections.
         *
         * @param object the object
         * @param from the parameters it had
         * @param to the parameters; those of before that are not among them go back to PostgreSQL's own
         */
        public SetStorageParameters {
            from = from == null ? null : Collections.unmodifiableMap(new TreeMap<>(from));
            to = Collections.unmodifiableMap(new TreeMap<>(to));
        }

        @Override
        public SetStorageParameters reverse() {
            return new SetStorageParameters(object, to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "set parameters of " + object;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setStorageParameters(this);
        }
    }

    /**
     * Moves a table, materialized view or index to another tablespace.
     *
     * @param object the object
     * @param from the old tablespace; {@code pg_default} for the cluster's own
     * @param to the other
     */
    record SetTablespace(ObjectKey object, @Nullable String from, String to) implements ObjectOperation {

        @Override
        public SetTablespace reverse() {
            return new SetTablespace(object, to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "move " + object + " to tablespace " + to;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setTablespace(this);
        }
    }

    /**
     * Creates an object that is described by its statement, with its comment and privileges: a rule, extended statistics, an
     * aggregate, a collation.
     *
     * @param definition the object
     */
    record CreateObject(DefinedObject definition) implements ObjectOperation {

        @Override
        public ObjectKey object() {
            return definition.key();
        }

        @Override
        public DropObject reverse() {
            return new DropObject(definition);
        }

        @Override
        public String describe() {
            return "create " + object();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createObject(this);
        }
    }

    /**
     * Drops an object that is described by its statement.
     *
     * @param dropped the object
     */
    record DropObject(DefinedObject dropped) implements ObjectOperation {

        @Override
        public ObjectKey object() {
            return dropped.key();
        }

        @Override
        public CreateObject reverse() {
            return new CreateObject(dropped);
        }

        @Override
        public String describe() {
            return "drop " + object();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropObject(this);
        }
    }

    /**
     * Handles each of these operations.
     *
     * @param <R> the type of the result; {@link Void} where there is none
     */
    interface Visitor<R> {

        /**
         * Handles {@link Rename}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R rename(Rename operation);

        /**
         * Handles {@link SetSchema}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R setSchema(SetSchema operation);

        /**
         * Handles {@link CommentOn}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R commentOn(CommentOn operation);

        /**
         * Handles {@link GrantPrivileges}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R grantPrivileges(GrantPrivileges operation);

        /**
         * Handles {@link RevokePrivileges}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R revokePrivileges(RevokePrivileges operation);

        /**
         * Handles {@link SetStorageParameters}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R setStorageParameters(SetStorageParameters operation);

        /**
         * Handles {@link SetTablespace}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R setTablespace(SetTablespace operation);

        /**
         * Handles {@link CreateObject}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R createObject(CreateObject operation);

        /**
         * Handles {@link DropObject}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropObject(DropObject operation);
    }
}
