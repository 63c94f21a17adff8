/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Deferrability;
import dev.retort.schema.part.IndexElement;
import dev.retort.schema.part.IndexStorage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint that does not have all its elements yet. Immutable: each method returns a new one.
 *
 * @param method the index method
 * @param elements the columns and expressions
 * @param operators the operator of each
 * @since 0.1
 */
public record ExclusionDefinition(String method, List<IndexElement> elements, List<String> operators) {

    /**
     * Copies the lists.
     *
     * @param method the index method
     * @param elements the columns and expressions
     * @param operators the operator of each
     */
    public ExclusionDefinition {
        elements = List.copyOf(elements);
        operators = List.copyOf(operators);
    }

    /**
     * Adds a column.
     *
     * @param column unquoted
     * @param operator no two rows may satisfy it for all elements: {@code =}, {@code &&}
     * @return another definition with one more element; this one stays as it is
     */
    public ExclusionDefinition with(String column, String operator) {
        return with(IndexElement.column(Names.plain(column)), operator);
    }

    /**
     * Adds an expression.
     *
     * @param expression as SQL
     * @param operator no two rows may satisfy it for all elements
     * @return another definition with one more element; this one stays as it is
     */
    public ExclusionDefinition withExpression(String expression, String operator) {
        return with(IndexElement.expression(Names.present(expression, "An expression")), operator);
    }

    private ExclusionDefinition with(IndexElement element, String operator) {
        List<IndexElement> moreElements = new ArrayList<>(elements);
        moreElements.add(element);
        List<String> moreOperators = new ArrayList<>(operators);
        moreOperators.add(Names.present(operator, "An operator"));
        return new ExclusionDefinition(method, moreElements, moreOperators);
    }

    /**
     * {@return the constraint under a name, for all rows}
     *
     * @param name the constraint's name, unquoted
     */
    public ConstraintDefinition named(String name) {
        return constraint(name, null);
    }

    /**
     * Names the constraint and restricts it to some rows.
     *
     * @param name unquoted
     * @param predicate the rows that it applies to, as SQL
     * @return the constraint
     */
    public ConstraintDefinition namedWhere(String name, String predicate) {
        return constraint(name, predicate);
    }

    private ConstraintDefinition constraint(String name, @Nullable String predicate) {
        return new ConstraintDefinition(new Constraint.Exclusion(
                Names.withoutSchema(name),
                method,
                elements,
                operators,
                List.of(),
                predicate,
                Deferrability.NOT_DEFERRABLE,
                IndexStorage.DEFAULT,
                null));
    }
}
