/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import dev.retort.schema.part.DataType;

/**
 * The types that most columns have, for {@code import static}; {@link #type} has all others.
 *
 * <p>They have PostgreSQL's full names, so that revisions and comparisons use the same names.
 *
 * @since 0.1
 */
public final class Types {

    private Types() {}

    /**
     * {@return any type, as SQL writes it: {@code type("public.mood")}, {@code type("timestamp(3)")}}
     *
     * @param sql the type with its modifiers, quoted where SQL needs it
     */
    public static DataType type(String sql) {
        return new DataType(sql);
    }

    /** {@return {@code boolean}} */
    public static DataType bool() {
        return new DataType("boolean");
    }

    /** {@return {@code smallint}: two bytes} */
    public static DataType smallint() {
        return new DataType("smallint");
    }

    /** {@return {@code integer}: four bytes} */
    public static DataType integer() {
        return new DataType("integer");
    }

    /** {@return {@code bigint}: eight bytes} */
    public static DataType bigint() {
        return new DataType("bigint");
    }

    /** {@return {@code numeric} of any size} */
    public static DataType numeric() {
        return new DataType("numeric");
    }

    /**
     * {@return {@code numeric} of a size}
     *
     * @param precision all digits
     * @param scale those after the point
     */
    public static DataType numeric(int precision, int scale) {
        return new DataType("numeric(" + precision + "," + scale + ")");
    }

    /** {@return {@code real}: four bytes} */
    public static DataType real() {
        return new DataType("real");
    }

    /** {@return {@code double precision}: eight bytes} */
    public static DataType doublePrecision() {
        return new DataType("double precision");
    }

    /** {@return {@code text}} */
    public static DataType text() {
        return new DataType("text");
    }

    /**
     * {@return {@code varchar} of a length}
     *
     * @param length in characters
     */
    public static DataType varchar(int length) {
        return new DataType("character varying(" + length + ")");
    }

    /**
     * {@return {@code char} of a length, padded with blanks}
     *
     * @param length in characters
     */
    public static DataType character(int length) {
        return new DataType("character(" + length + ")");
    }

    /** {@return {@code uuid}} */
    public static DataType uuid() {
        return new DataType("uuid");
    }

    /** {@return {@code date}} */
    public static DataType date() {
        return new DataType("date");
    }

    /** {@return {@code time} without time zone} */
    public static DataType time() {
        return new DataType("time without time zone");
    }

    /** {@return {@code timestamp} without time zone} */
    public static DataType timestamp() {
        return new DataType("timestamp without time zone");
    }

    /** {@return {@code timestamptz}: a point in time} */
    public static DataType timestamptz() {
        return new DataType("timestamp with time zone");
    }

    /** {@return {@code interval}} */
    public static DataType interval() {
        return new DataType("interval");
    }

    /** {@return {@code bytea}} */
    public static DataType bytea() {
        return new DataType("bytea");
    }

    /** {@return {@code jsonb}} */
    public static DataType jsonb() {
        return new DataType("jsonb");
    }

    /** {@return {@code json}} */
    public static DataType json() {
        return new DataType("json");
    }

    /** {@return {@code inet}} */
    public static DataType inet() {
        return new DataType("inet");
    }
}
