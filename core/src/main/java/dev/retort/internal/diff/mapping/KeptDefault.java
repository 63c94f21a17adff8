/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.internal.diff.model.Casts;
import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.ColumnValue.Default;
import dev.retort.schema.part.ColumnValue.Generated;
import dev.retort.schema.part.DataType;
import java.util.List;
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
     *
     * @param constants the constants of the enum that the column is mapped to
     */
    @Nullable
    ColumnValue of(ColumnValue value, DataType from, DataType to, List<String> constants) {
        ColumnValue constant = constant(value, from, to, constants);
        return constant == null ? cast(value, from, to) : constant;
    }

    /** {@return the same constants of an enum by name in place of number, or the other way around, or in an array} */
    private static @Nullable ColumnValue constant(
            ColumnValue value, DataType from, DataType to, List<String> constants) {
        if (!(value instanceof Default given) || constants.isEmpty() || !OrdinalEnums.isConverted(from, to)) {
            return null;
        }
        if (OrdinalEnums.isArray(from) || OrdinalEnums.isArray(to)) {
            String using = OrdinalEnums.using(PLACE, constants, from, to);
            return new Default(using.replace(PLACE, "(" + given.expression() + ")"));
        }
        Matcher literal = LITERAL.matcher(given.expression());
        for (int i = 0; i < constants.size(); i++) {
            String name = Identifiers.literal(constants.get(i));
            if (OrdinalEnums.isNumber(from) && given.expression().equals(Integer.toString(i))) {
                return new Default(name + "::" + to.sql());
            }
            if (OrdinalEnums.isNumber(to)
                    && literal.matches()
                    && literal.group(1).equals(name)) {
                return new Default(Integer.toString(i));
            }
        }
        return null;
    }

    private @Nullable ColumnValue cast(ColumnValue value, DataType from, DataType to) {
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
