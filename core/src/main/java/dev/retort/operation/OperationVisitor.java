/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

/**
 * Goes through the groups of operations; each group has a visitor of its own for its records.
 *
 * @param <R> what comes of an operation
 * @since 0.1
 */
public interface OperationVisitor<R> {

    /** Handles an operation on a whole table. */
    R table(TableOperation operation);

    /** Handles an operation on inheritance or partitions. */
    R inheritance(InheritanceOperation operation);

    /** Handles an operation on a column. */
    R column(ColumnOperation operation);

    /** Handles an operation on a constraint. */
    R constraint(ConstraintOperation operation);

    /** Handles an operation on an index. */
    R index(IndexOperation operation);

    /** Handles an operation that objects of many kinds know. */
    R object(ObjectOperation operation);

    /** Handles an operation on a type. */
    R type(TypeOperation operation);

    /** Handles an operation on the values of an enum type. */
    R enumeration(EnumOperation operation);

    /** Handles an operation on a domain that is there. */
    R domain(DomainOperation operation);

    /** Handles an operation on a sequence. */
    R sequence(SequenceOperation operation);

    /** Handles an operation on a view or materialised view. */
    R view(ViewOperation operation);

    /** Handles an operation on a function or procedure. */
    R routine(RoutineOperation operation);

    /** Handles an operation on a trigger. */
    R trigger(TriggerOperation operation);

    /** Handles an operation on a row-level-security policy. */
    R policy(PolicyOperation operation);

    /** Handles an operation on a schema or an extension. */
    R database(DatabaseOperation operation);

    /** Handles an operation on rows, or one given as SQL. */
    R data(DataOperation operation);
}
