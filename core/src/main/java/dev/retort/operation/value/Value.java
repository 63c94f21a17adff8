/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation.value;

import dev.retort.schema.part.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that goes into a row.
 *
 * @since 0.1
 */
public sealed interface Value {

    /** {@code NULL}. */
    record Null() implements Value {}

    /**
     * A boolean.
     *
     * @param value {@code true} or {@code false}; {@link Null} for neither
     */
    record Bool(boolean value) implements Value {}

    /**
     * A number, written with all its digits.
     *
     * @param value the number; {@link Typed} for {@code NaN} and {@code Infinity}
     */
    record Numeric(BigDecimal value) implements Value {}

    /**
     * A text, or what PostgreSQL reads from a text: a date, a uuid, JSON, a value of an enum type.
     *
     * @param value the text without quotes
     */
    record Text(String value) implements Value {}

    /**
     * A text that is to be read as a type.
     *
     * @param value the text
     * @param type the type
     */
    record Typed(String value, DataType type) implements Value {}

    /**
     * An array.
     *
     * @param values the elements in their order; empty for {@code '{}'}
     */
    record Array(List<Value> values) implements Value {

        /**
         * Copies the values.
         *
         * @param values the elements in their order; empty for {@code '{}'}
         */
        public Array {
            values = List.copyOf(values);
        }
    }

    /**
     * An expression, which the server evaluates.
     *
     * @param sql the expression as SQL, such as {@code now()}
     */
    record Expression(String sql) implements Value {}

    /**
     * Converts a Java object to a value: numbers, strings, booleans, {@code byte[]}, {@code java.time} values, UUIDs,
     * enums (by name), lists and {@link Value}s themselves.
     *
     * @param object the object; {@code null} for {@code NULL}
     * @return the value; one that is a {@link Value} already is returned as it is
     * @throws IllegalArgumentException for any other object
     */
    static Value of(@Nullable Object object) {
        if (object == null) {
            return new Null();
        }
        if (object instanceof Value value) {
            return value;
        }
        if (object instanceof Boolean bool) {
            return new Bool(bool);
        }
        if (object instanceof byte[] bytes) {
            return new Typed("\\x" + HexFormat.of().formatHex(bytes), new DataType("bytea"));
        }
        if (object instanceof List<?> list) {
            return new Array(list.stream().<Value>map(Value::of).toList());
        }
        return object instanceof Number number ? number(number) : text(object);
    }

    private static Value number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            return Double.isFinite(value)
                    ? new Numeric(new BigDecimal(number.toString()))
                    : new Typed(number.toString(), new DataType("double precision"));
        }
        if (number instanceof BigDecimal decimal) {
            return new Numeric(decimal);
        }
        return new Numeric(new BigDecimal(new BigInteger(number.toString())));
    }

    private static Value text(Object object) {
        boolean readable = object instanceof CharSequence
                || object instanceof Character
                || object instanceof java.util.UUID
                || object instanceof java.time.temporal.Temporal
                || object instanceof java.time.Duration
                || object instanceof java.time.Period;
        if (object instanceof Enum<?> constant) {
            return new Text(constant.name());
        }
        if (!readable) {
            throw new IllegalArgumentException("No SQL value is known for a "
                    + object.getClass().getName() + "; give a Value.Text, Value.Typed or Value.Expression");
        }
        return new Text(object.toString());
    }
}
