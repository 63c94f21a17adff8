/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.name;

import org.jspecify.annotations.Nullable;

/**
 * A name with its schema, both unquoted.
 *
 * @param schema the schema; {@code null} where the search path decides
 * @param name the name
 * @since 0.1
 */
public record QualifiedName(@Nullable String schema, String name) implements Comparable<QualifiedName> {

    /**
     * Refuses an empty name.
     *
     * @param schema the schema; {@code null} where the search path decides
     * @param name the name
     */
    public QualifiedName {
        if (name.isEmpty() || (schema != null && schema.isEmpty())) {
            throw new IllegalArgumentException("A name of the database cannot be empty");
        }
    }

    /**
     * {@return a name that the search path finds}
     *
     * @param name the name, unquoted
     */
    public static QualifiedName of(String name) {
        return new QualifiedName(null, name);
    }

    /**
     * {@return a name in a schema}
     *
     * @param schema the schema, unquoted
     * @param name the name, unquoted
     */
    public static QualifiedName of(String schema, String name) {
        return new QualifiedName(schema, name);
    }

    /**
     * {@return another name in the same schema}
     *
     * @param other the other name, unquoted
     */
    public QualifiedName sibling(String other) {
        return new QualifiedName(schema, other);
    }

    /** {@return the name with its schema before it, unquoted: for messages, never for SQL} */
    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }

    /** Orders by schema, none first, then by name. */
    @Override
    public int compareTo(QualifiedName other) {
        int bySchema = (schema == null ? "" : schema).compareTo(other.schema == null ? "" : other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }
}
