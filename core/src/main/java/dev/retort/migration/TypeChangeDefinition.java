/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.operation.value.ColumnType;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.DataType;
import org.jspecify.annotations.Nullable;

/**
 * A reversible change of a column's type, with the old and the new type.
 *
 * @param column the column
 * @param from the type that it has
 * @param to the type that it gets
 * @param using the expression that converts the old value, as SQL; {@code null} for PostgreSQL's cast
 * @param reverseUsing the same for the reversal
 * @since 0.1
 */
public record TypeChangeDefinition(
        String column,
        DataType from,
        DataType to,
        @Nullable String using,
        @Nullable String reverseUsing) {

    /**
     * A change without its types.
     *
     * @param column the column's name, unquoted
     */
    public record Named(String column) {
        /**
         * Sets the old type.
         *
         * @param type the type that the column has now, for the reversal
         * @return the change, to which {@link From#to} adds the new type
         */
        public From from(DataType type) {
            return new From(column, Names.present(type, "The type that column " + column + " has"));
        }
    }

    /**
     * A change without its new type.
     *
     * @param column the column's name, unquoted
     * @param type the type that the column has now
     */
    public record From(String column, DataType type) {
        /**
         * Sets the new type.
         *
         * @param other the type that the column gets
         * @return the change, with an assignment cast in both directions until {@link #using} says otherwise
         */
        public TypeChangeDefinition to(DataType other) {
            return new TypeChangeDefinition(
                    column, type, Names.present(other, "The type that column " + column + " gets"), null, null);
        }
    }

    /**
     * {@return this change with the expression that converts the old value, as SQL}
     *
     * @param expression as after {@code USING}, such as {@code score::integer}
     */
    public TypeChangeDefinition using(String expression) {
        return new TypeChangeDefinition(column, from, to, expression, reverseUsing);
    }

    /**
     * {@return this change with the expression that converts the new value back, as SQL}
     *
     * @param expression as after {@code USING}, such as {@code score::text}
     */
    public TypeChangeDefinition reverseUsing(String expression) {
        return new TypeChangeDefinition(column, from, to, using, expression);
    }

    AlterColumnType of(QualifiedName table) {
        return new AlterColumnType(
                table, column, new ColumnType(from, null), new ColumnType(to, null), using, reverseUsing);
    }
}
