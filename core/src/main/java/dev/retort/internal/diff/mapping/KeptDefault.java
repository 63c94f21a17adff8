/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.internal.diff.model.Casts;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.ColumnValue.Default;
import dev.retort.schema.part.ColumnValue.Generated;
import dev.retort.schema.part.DataType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A default of the database that the classes do not state, over the type that the column gets. */
final class KeptDefault {

    private static final String PLACE = "kept_default";
    private static final Pattern LITERAL = Pattern.compile("('(?:[^']|'')*+'|NULL)(?:::[^']*)?");

    private final Casts casts;

    KeptDefault(Casts casts) {
        this.casts = casts;
    }

    /**
     * {@return the default for another type; {@code null} where it has none: the expression is of the old type, and PostgreSQL
     * does not cast it}
     */
    @Nullable
    ColumnValue of(ColumnValue value, DataType from, DataType to) {
        String using = casts.using(PLACE, from, to);
        if (value instanceof Generated || from.equals(to) || using == null) {
            return value;
        }
        String expression = ((Default) value).expression();
        if (casts.base(from).matches("text|character.*|name")) {
            Matcher literal = LITERAL.matcher(expression);
            return literal.matches() ? new Default(literal.group(1) + "::" + to.sql()) : null;
        }
        return new Default(using.replace(PLACE, "(" + expression + ")"));
    }

    /** {@return whether a column of a type can number rows} */
    boolean isNumbering(DataType type) {
        return casts.base(type).matches("smallint|integer|bigint|numeric");
    }
}
