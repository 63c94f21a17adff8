/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation.value;

import dev.retort.schema.name.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A column that has an enum type.
 *
 * @param table the table
 * @param column the column
 * @param array whether it holds arrays of the type
 * @param defaultExpression its default as SQL, which is dropped and set again; {@code null} for none
 * @since 0.1
 */
public record EnumUse(
        QualifiedName table,
        String column,
        boolean array,
        @Nullable String defaultExpression) {}
