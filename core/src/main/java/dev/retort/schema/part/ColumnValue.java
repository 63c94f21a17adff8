/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

import dev.retort.schema.name.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The source of a column's value if a row does not give one.
 *
 * @since 0.1
 */
public sealed interface ColumnValue {

    /** {@code NULL}: the column has no default. */
    record None() implements ColumnValue {}

    /**
     * A default.
     *
     * @param expression the expression as SQL
     */
    record Default(String expression) implements ColumnValue {}

    /**
     * An identity column.
     *
     * @param always {@code GENERATED ALWAYS}; otherwise {@code BY DEFAULT}
     * @param options how its sequence counts
     * @param sequence the name of its sequence; {@code null} where PostgreSQL chooses it
     */
    record Identity(
            boolean always,
            SequenceOptions options,
            @Nullable QualifiedName sequence) implements ColumnValue {}

    /**
     * A generated column.
     *
     * @param expression the expression as SQL
     * @param stored {@code STORED}; otherwise {@code VIRTUAL}, since PostgreSQL 18
     */
    record Generated(String expression, boolean stored) implements ColumnValue {}

    /** No default. */
    ColumnValue NONE = new None();
}
