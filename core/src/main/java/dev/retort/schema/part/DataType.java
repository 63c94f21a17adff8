/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

/**
 * A type with its modifiers.
 *
 * <p>Equality is equality of the text, so types of different origin compare well only when PostgreSQL wrote both, as
 * {@code format_type} does under an empty search path: {@code character varying(50)}, {@code integer[]},
 * {@code public.mood}.
 *
 * @param sql the type as SQL, quoted where it must be
 * @since 0.1
 */
public record DataType(String sql) {

    /**
     * Refuses an empty type.
     *
     * @param sql the type as SQL, quoted where it must be
     */
    public DataType {
        if (sql.isBlank()) {
            throw new IllegalArgumentException("A type cannot be empty");
        }
    }

    /** {@return the type of arrays of this type} */
    public DataType array() {
        return new DataType(sql + "[]");
    }

    @Override
    public String toString() {
        return sql;
    }
}
