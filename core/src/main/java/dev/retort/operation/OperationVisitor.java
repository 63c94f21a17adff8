/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

/**
 * Goes through the groups of operations; each group has its own visitor for its records.
 *
 * @param <R> the type of the result; {@link Void} where there is none
 * @since 0.1
 */
public interface OperationVisitor<R> {

    /**
     * Handles an operation on a whole table.
     *
     * @param operation the operation; its own {@code accept} takes the visitor of its group
     * @return the result of this visitor for it
     */
    R table(TableOperation operation);

    /**
     * Handles an operation on inheritance or partitions.
     *
     * @param operation the operation; its own {@code accept} takes the visitor of its group
     * @return the result of this visitor for it
     */
    R inheritance(InheritanceOperation operation);

    /**
     * Handles an operation on a column.
     *
     * @param operation the operation; its own {@code accept} takes the visitor of its group
     * @return the result of this visitor for it
     */
    R column(ColumnOperation operation);

    /**
     * Handles an operation on a constraint.
     *
     * @param operation the operation; its own {@code accept} takes the visitor of its group
     * @return the result of this visitor for it
     */
    R constraint(ConstraintOperation operation);

    /**
     * Handles an operation on an index.
     *
     * @param operation the operation; its own {@code accept} takes the visitor of its group
     * @return the result of this visitor for it
     */
    R index(IndexOperation operation);

    /**
     * Handles an operation that objects of many kinds know.
     *
     * @param operation the operation; its own {@code accept} takes the visitor of its group
     * @return the result of this visitor for it
     */
    R object(ObjectOperation operation);

    /**
     * Handles an operation on a type.
     *
     * @param operation the operation; its own {@code accept} takes the visitor of its group
     * @return the result of this visitor for it
     */
    R type(TypeOperation operation);

    /**
     * Handles an operation on the values of an enum type.
     *
     * @param operation the operation; its own {@code accept} takes the visitor of its group
     * @return the result of this visitor for it
     */
    R enumeration(EnumOperation operation);

    /**
     * Handles an operation on a domain that is there.
     *
     * @param operation the operation; its own {@code accept} takes the visitor of its group
     * @return the result of this visitor for it
     */
    R domain(DomainOperation operation);

    /**
     * Handles an operation on a sequence.
     *
     * @param operation the operation; its own {@code accept} takes the visitor of its group
     * @return the result of this visitor for it
     */
    R sequence(SequenceOperation operation);

    /**
     * Handles an operation on a view or materialized view.
     *
     * @param operation the operation; its own {@code accept} takes the visitor of its group
     * @return the result of this visitor for it
     */
    R view(ViewOperation operation);

    /**
     * Handles an operation on a function or procedure.
     *
     * @param operation the operation; its own {@code accept} takes the visitor of its group
     * @return the result of this visitor for it
     */
    R routine(RoutineOperation operation);

    /**
     * Handles an operation on a trigger.
     *
     * @param operation the operation; its own {@code accept} takes the visitor of its group
     * @return the result of this visitor for it
     */
    R trigger(TriggerOperation operation);

    /**
     * Handles an operation on a row-level-security policy.
     *
     * @param operation the operation; its own {@code accept} takes the visitor of its group
     * @return the result of this visitor for it
     */
    R policy(PolicyOperation operation);

    /**
     * Handles an operation on a schema or an extension.
     *
     * @param operation the operation; its own {@code accept} takes the visitor of its group
     * @return the result of this visitor for it
     */
    R database(DatabaseOperation operation);

    /**
     * Handles an operation on rows, or one given as SQL.
     *
     * @param operation the operation; its own {@code accept} takes the visitor of its group
     * @return the result of this visitor for it
     */
    R data(DataOperation operation);
}
