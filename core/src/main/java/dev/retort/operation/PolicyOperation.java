/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Policy;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a row-level-security policy. Renaming it and its comment are {@link ObjectOperation}s; whether
 * policies are in force at all is a {@link TableOperation}.
 *
 * @since 0.1
 */
public sealed interface PolicyOperation extends Operation {

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
        return visitor.policy(this);
    }

    /**
     * Makes a policy with its comment.
     *
     * @param table the table
     * @param definition the policy
     */
    record CreatePolicy(QualifiedName table, Policy definition) implements PolicyOperation {

        @Override
        public DropPolicy reverse() {
            return new DropPolicy(table, definition.name(), false, definition);
        }

        @Override
        public String describe() {
            return "create policy " + definition.name() + " on " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createPolicy(this);
        }
    }

    /**
     * Drops a policy.
     *
     * @param table the table
     * @param name the policy
     * @param ifExists whether nothing happens when there is none
     * @param dropped its definition, for the reversal
     */
    record DropPolicy(
            QualifiedName table,
            String name,
            boolean ifExists,
            @Nullable Policy dropped) implements PolicyOperation {

        /**
         * {@return the operation {@code DROP POLICY}, whose reversal creates the policy}
         *
         * @param table the table
         * @param dropped the policy as it is now, for the reversal
         */
        public static DropPolicy of(QualifiedName table, Policy dropped) {
            return new CreatePolicy(table, dropped).reverse();
        }

        @Override
        public CreatePolicy reverse() {
            Policy definition = Needed.dropped(this, false, dropped);
            if (ifExists) {
                throw IrreversibleOperationException.impossible(this, "PostgreSQL has no CREATE POLICY IF NOT EXISTS.");
            }
            return new CreatePolicy(table, definition);
        }

        @Override
        public String describe() {
            return "drop policy " + name + " on " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropPolicy(this);
        }
    }

    /**
     * Changes the roles and expressions of a policy. If PostgreSQL cannot change it, it is dropped and created again.
     *
     * @param table the table
     * @param from what it looked like
     * @param to what it will look like; its comment does not count
     */
    record AlterPolicy(QualifiedName table, @Nullable Policy from, Policy to) implements PolicyOperation {

        @Override
        public AlterPolicy reverse() {
            return new AlterPolicy(table, to, Needed.from(this, from));
        }

        @Override
        public String describe() {
            return "change policy " + to.name() + " on " + table;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterPolicy(this);
        }
    }

    /**
     * Handles each of these operations.
     *
     * @param <R> the type of the result; {@link Void} where there is none
     */
    interface Visitor<R> {

        /**
         * Handles {@link CreatePolicy}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R createPolicy(CreatePolicy operation);

        /**
         * Handles {@link DropPolicy}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R dropPolicy(DropPolicy operation);

        /**
         * Handles {@link AlterPolicy}.
         *
         * @param operation the operation
         * @return the result of this visitor for it
         */
        R alterPolicy(AlterPolicy operation);
    }
}
