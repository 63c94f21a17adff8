/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.schema.MaterializedView;
import dev.retort.schema.View;
import dev.retort.schema.name.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a view or materialized view. Renaming it, its schema, options, privileges and comment are {@link
 * ObjectOperation}s; the defaults of its columns {@link ColumnOperation}s.
 *
 * @since 0.1
 */
public sealed interface ViewOperation extends Operation {

    /** {@return the view} */
    QualifiedName view();

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
        return visitor.view(this);
    }

    /**
     * Creates a view with its triggers, defaults, comments and privileges.
     *
     * @param definition the view
     */
    record CreateView(View definition) implements ViewOperation {

        @Override
        public QualifiedName view() {
            return definition.name();
        }

        @Override
        public DropView reverse() {
            return new DropView(definition.name(), false, false, definition);
        }

        @Override
        public String describe() {
            return "create " + definition.key();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createView(this);
        }
    }

    /**
     * Drops a view.
     *
     * @param view the view
     * @param ifExists whether nothing happens when there is none
     * @param cascade whether dependent objects are dropped too; then it cannot be reversed
     * @param dropped its definition, for the reversal
     */
    record DropView(
            QualifiedName view,
            boolean ifExists,
            boolean cascade,
            @Nullable View dropped) implements ViewOperation {

        /**
         * {@return the operation {@code DROP ... RESTRICT}, whose reversal creates the object with its comment and
         * privileges}
         *
         * @param dropped the object as it is now, for the reversal
         */
        public static DropView of(View dropped) {
            return new DropView(dropped.name(), false, false, dropped);
        }

        @Override
        public CreateView reverse() {
            View definition = Needed.dropped(this, cascade, dropped);
            if (ifExists) {
                throw IrreversibleOperationException.impossible(this, "PostgreSQL has no CREATE VIEW IF NOT EXISTS.");
            }
            return new CreateView(definition);
        }

        @Override
        public String describe() {
            return "drop view " + view;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropView(this);
        }
    }

    /**
     * Replaces the query of a view. Triggers, comments and privileges stay. PostgreSQL accepts only a query whose first
     * columns keep their names and types.
     *
     * @param from the view as it was
     * @param to the view as it will be; only its query and options are used
     */
    record ReplaceView(@Nullable View from, View to) implements ViewOperation {

        @Override
        public QualifiedName view() {
            return to.name();
        }

        @Override
        public ReplaceView reverse() {
            return new ReplaceView(to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "replace " + to.key();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.replaceView(this);
        }
    }

    /**
     * Creates a materialized view with its indexes, comments and privileges.
     *
     * @param definition the materialized view
     * @param ifNotExists whether nothing happens when there is one of that name
     */
    record CreateMaterializedView(MaterializedView definition, boolean ifNotExists) implements ViewOperation {

        @Override
        public QualifiedName view() {
            return definition.name();
        }

        @Override
        public DropMaterializedView reverse() {
            return new DropMaterializedView(definition.name(), ifNotExists, false, definition);
        }

        @Override
        public String describe() {
            return "create " + definition.key();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createMaterializedView(this);
        }
    }

    /**
     * Drops a materialized view.
     *
     * @param view the materialized view
     * @param ifExists whether nothing happens when there is none
     * @param cascade whether dependent objects are dropped too; then it cannot be reversed
     * @param dropped its definition, for the reversal
     */
    record DropMaterializedView(
            QualifiedName view,
            boolean ifExists,
            boolean cascade,
            @Nullable MaterializedView dropped) implements ViewOperation {

        /**
         * {@return the operation {@code DROP ... RESTRICT}, whose reversal creates the object with its comment and
         * privileges}
         *
         * @param dropped the object as it is now, for the reversal
         */
        public static DropMaterializedView of(MaterializedView dropped) {
            return new DropMaterializedView(dropped.name(), false, false, dropped);
        }

        @Override
        public CreateMaterializedView reverse() {
            return new CreateMaterializedView(Needed.dropped(this, cascade, dropped), ifExists);
        }

        @Override
        public String describe() {
            return "drop materialized view " + view;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropMaterializedView(this);
        }
    }

    /**
     * Refreshes a materialized view. Its reversal does the same.
     *
     * @param view the view
     * @param concurrently whether it uses {@code CONCURRENTLY}, which does not block reads
     */
    record RefreshMaterializedView(QualifiedName view, boolean concurrently) implements ViewOperation {

        @Override
        public RefreshMaterializedView reverse() {
            return this;
        }

        @Override
        public String describe() {
            return "refresh materialized view " + view;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refreshMaterializedView(this);
        }
    }

    /**
     * Handles each of these operations.
     *
     * @param <R> the type of the result; {@link Void} where there is none
     */
    interface Visitor<R> {

        /**
         * Handles {@link CreateView}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R createView(CreateView operation);

        /**
         * Handles {@link DropView}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropView(DropView operation);

        /**
         * Handles {@link ReplaceView}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R replaceView(ReplaceView operation);

        /**
         * Handles {@link CreateMaterializedView}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R createMaterializedView(CreateMaterializedView operation);

        /**
         * Handles {@link DropMaterializedView}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropMaterializedView(DropMaterializedView operation);

        /**
         * Handles {@link RefreshMaterializedView}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R refreshMaterializedView(RefreshMaterializedView operation);
    }
}
