/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

import org.jspecify.annotations.Nullable;

/**
 * A column or expression of an index.
 *
 * @param column the column's name, unquoted; {@code null} for an expression
 * @param expression the expression as SQL, without enclosing parentheses; {@code null} for a column
 * @param collation the collation as SQL, where it is not the column's own
 * @param operatorClass the operator class as SQL with its parameters, where it is not the type's default
 * @param descending {@code DESC}
 * @param nullsFirst {@code NULLS FIRST}, stated or because of {@code DESC}
 * @since 0.1
 */
public record IndexElement(
        @Nullable String column,
        @Nullable String expression,
        @Nullable String collation,
        @Nullable String operatorClass,
        boolean descending,
        boolean nullsFirst) {

    /**
     * Refuses what is neither a column nor an expression, or both.
     *
     * @param column the column's name, unquoted; {@code null} for an expression
     * @param expression the expression as SQL, without enclosing parentheses; {@code null} for a column
     * @param collation the collation as SQL, where it is not the column's own
     * @param operatorClass the operator class as SQL with its parameters, where it is not the type's default
     * @param descending {@code DESC}
     * @param nullsFirst {@code NULLS FIRST}, stated or because of {@code DESC}
     */
    public IndexElement {
        if ((column == null) == (expression == null)) {
            throw new IllegalArgumentException("An element of an index is either a column or an expression");
        }
    }

    /**
     * {@return a column in ascending order}
     *
     * @param name the column's name, unquoted
     */
    public static IndexElement column(String name) {
        return new IndexElement(name, null, null, null, false, false);
    }

    /**
     * {@return an expression in ascending order}
     *
     * @param sql the expression as SQL, without enclosing parentheses
     */
    public static IndexElement expression(String sql) {
        return new IndexElement(null, sql, null, null, false, false);
    }
}
