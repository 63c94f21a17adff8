/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation.value;

import dev.retort.schema.part.Column;
import dev.retort.schema.part.DataType;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column with its collation.
 *
 * @param type the type
 * @param collation the collation as SQL, where it is not the type's own
 * @since 0.1
 */
public record ColumnType(DataType type, @Nullable String collation) {

    /**
     * {@return a type with its own collation}
     *
     * @param type the type, whose default collation the column has
     */
    public static ColumnType of(DataType type) {
        return new ColumnType(type, null);
    }

    /**
     * {@return the type that a column has}
     *
     * @param column the column whose type and collation are taken
     */
    public static ColumnType of(Column column) {
        return new ColumnType(column.type(), column.collation());
    }
}
