/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.schema.Routine;
import dev.retort.schema.name.ObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a function or procedure. Renaming it, its schema, privileges and comment are
 * {@link ObjectOperation}s.
 *
 * @since 0.1
 */
public sealed interface RoutineOperation extends Operation {

    /** {@return the function or procedure} */
    ObjectKey routine();

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
        return visitor.routine(this);
    }

    /**
     * Makes a function or procedure with its comment and privileges.
     *
     * @param definition the function or procedure
     */
    record CreateRoutine(Routine definition) implements RoutineOperation {

        @Override
        public ObjectKey routine() {
            return definition.key();
        }

        @Override
        public DropRoutine reverse() {
            return new DropRoutine(routine(), false, false, definition);
        }

        @Override
        public String describe() {
            return "create " + routine();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createRoutine(this);
        }
    }

    /**
     * Drops a function or procedure.
     *
     * @param routine the function or procedure
     * @param ifExists whether nothing happens when there is none
     * @param cascade whether dependent objects are dropped too; then it cannot be reversed
     * @param dropped its definition, for the reversal
     */
    record DropRoutine(
            ObjectKey routine,
            boolean ifExists,
            boolean cascade,
            @Nullable Routine dropped) implements RoutineOperation {

        /**
         * {@return the operation {@code DROP ... RESTRICT}, whose reversal creates the object with its comment and
         * privileges}
         *
         * @param dropped the object as it is now, for the reversal
         */
        public static DropRoutine of(Routine dropped) {
            return new DropRoutine(dropped.key(), false, false, dropped);
        }

        @Override
        public CreateRoutine reverse() {
            Routine definition = Needed.dropped(this, cascade, dropped);
            if (ifExists) {
                throw IrreversibleOperationException.impossible(
                        this, "The downgrade would drop a routine that existed before.");
            }
            return new CreateRoutine(definition);
        }

        @Override
        public String describe() {
            return "drop " + routine;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropRoutine(this);
        }
    }

    /**
     * Puts another definition in the place of a function's or procedure's. Comment and privileges stay. PostgreSQL
     * takes only one with the same arguments and result.
     *
     * @param from the routine as it was
     * @param to the routine as it will be; only the definition of it counts
     */
    record ReplaceRoutine(@Nullable Routine from, Routine to) implements RoutineOperation {

        @Override
        public ObjectKey routine() {
            return to.key();
        }

        @Override
        public ReplaceRoutine reverse() {
            return new ReplaceRoutine(to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "replace " + to.key();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.replaceRoutine(this);
        }
    }

    /**
     * Handles each of these operations.
     *
     * @param <R> the type of the result; {@link Void} where there is none
     */
    interface Visitor<R> {

        /**
         * Handles {@link CreateRoutine}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R createRoutine(CreateRoutine operation);

        /**
         * Handles {@link DropRoutine}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropRoutine(DropRoutine operation);

        /**
         * Handles {@link ReplaceRoutine}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R replaceRoutine(ReplaceRoutine operation);
    }
}
