/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.ColumnValue.Generated;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The kind of change of a column that exists on both sides. */
public final class ColumnChanges {

    private ColumnChanges() {}

    /** {@return the expression that a column is generated from} */
    public static @Nullable String generation(Column column) {
        return column.value() instanceof Generated generated ? generated.expression() : null;
    }

    /** {@return whether the column gets another type or collation} */
    public static boolean isRetyped(Column from, Column to) {
        return !from.type().equals(to.type()) || !Objects.equals(from.collation(), to.collation());
    }

    /** {@return whether a stored generated column becomes a plain one, which keeps the values that it has} */
    public static boolean losesItsExpression(Column from, Column to) {
        return from.value() instanceof Generated before && before.stored() && !(to.value() instanceof Generated);
    }

    /** {@return whether only another column of that name will do; its values can be computed again or were computed} */
    public static boolean mustBeReplaced(Column from, Column to, ServerVersion version) {
        ColumnValue old = from.value();
        if (to.value() instanceof Generated wanted) {
            boolean kept = old instanceof Generated before
                    && before.stored() == wanted.stored()
                    && !isRetyped(from, to)
                    && (before.expression().equals(wanted.expression()) || version.atLeast(17));
            return !kept;
        }
        return old instanceof Generated before && !before.stored();
    }
}
