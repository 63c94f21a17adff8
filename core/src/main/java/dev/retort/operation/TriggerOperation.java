/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a trigger. Renaming it and its comment are {@link ObjectOperation}s.
 *
 * @since 0.1
 */
public sealed interface TriggerOperation extends Operation {

    /** {@return the table or view} */
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
        return visitor.trigger(this);
    }

    /**
     * Makes a trigger with its comment.
     *
     * @param table the table or view
     * @param definition the trigger
     */
    record CreateTrigger(QualifiedName table, Trigger definition) implements TriggerOperation {

        @Override
        public DropTrigger reverse() {
            return new DropTrigger(table, definition.name(), false, false, definition);
        }

        @Override
        public String describe() {
            return "create trigger " + definition.name() + " on " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createTrigger(this);
        }
    }

    /**
     * Drops a trigger.
     *
     * @param table the table or view
     * @param name the trigger
     * @param ifExists whether nothing happens when there is none
     * @param cascade whether dependent objects are dropped too; then it cannot be reversed
     * @param dropped its definition, for the reversal
     */
    record DropTrigger(
            QualifiedName table,
            String name,
            boolean ifExists,
            boolean cascade,
            @Nullable Trigger dropped) implements TriggerOperation {

        /**
         * {@return the operation {@code DROP TRIGGER ... RESTRICT}, whose reversal creates the trigger}
         *
         * @param table the table or view
         * @param dropped the trigger as it is now, for the reversal
         */
        public static DropTrigger of(QualifiedName table, Trigger dropped) {
            return new CreateTrigger(table, dropped).reverse();
        }

        @Override
        public CreateTrigger reverse() {
            Trigger definition = Needed.dropped(this, cascade, dropped);
            if (ifExists) {
                throw IrreversibleOperationException.impossible(
                        this, "PostgreSQL has no CREATE TRIGGER IF NOT EXISTS.");
            }
            return new CreateTrigger(table, definition);
        }

        @Override
        public String describe() {
            return "drop trigger " + name + " on " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropTrigger(this);
        }
    }

    /**
     * Changes when a trigger fires: enables it, disables it.
     *
     * @param table the table
     * @param name the trigger
     * @param from when it fired
     * @param to when it will fire
     */
    record SetFiring(QualifiedName table, String name, Trigger.@Nullable Firing from, Trigger.Firing to)
            implements TriggerOperation {

        @Override
        public SetFiring reverse() {
            return new SetFiring(table, name, to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "change firing of trigger " + name + " on " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setFiring(this);
        }
    }

    /**
     * Handles each of these operations.
     *
     * @param <R> the type of the result; {@link Void} where there is none
     */
    interface Visitor<R> {

        /**
         * Handles {@link CreateTrigger}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R createTrigger(CreateTrigger operation);

        /**
         * Handles {@link DropTrigger}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropTrigger(DropTrigger operation);

        /**
         * Handles {@link SetFiring}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R setFiring(SetFiring operation);
    }
}
