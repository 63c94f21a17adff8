/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.name;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an object, which pairs it with its counterpart in another schema.
 *
 * @param kind what it is
 * @param name its name; of a part of a table (a column, a constraint, a trigger, a policy, a rule) the name of the
 *     table
 * @param detail the name of the part, the argument types of a routine or operator, the access method of an operator
 *     class or family, otherwise empty
 * @since 0.1
 */
public record ObjectKey(ObjectKind kind, QualifiedName name, String detail) implements Comparable<ObjectKey> {

    private static final Comparator<ObjectKey> ORDER =
            Comparator.comparing(ObjectKey::kind).thenComparing(ObjectKey::name).thenComparing(ObjectKey::detail);

    /**
     * {@return the key of an object that is no part of another}
     *
     * @param kind the kind of the object
     * @param name its name, or the name of a schema or an extension
     */
    public static ObjectKey of(ObjectKind kind, QualifiedName name) {
        return new ObjectKey(kind, name, "");
    }

    /**
     * {@return the key of a part of a table, or of a routine with its arguments}
     *
     * @param kind the kind of the object
     * @param name the name of the table, or of the routine
     * @param detail the name of the part, or the argument types as {@code pg_get_function_identity_arguments} shows
     *     them
     */
    public static ObjectKey of(ObjectKind kind, QualifiedName name, String detail) {
        return new ObjectKey(kind, name, detail);
    }

    /** {@return the schema that it is in, or is; {@code null} for what is in none} */
    public @Nullable String schema() {
        return kind == ObjectKind.SCHEMA ? name.name() : name.schema();
    }

    /** Orders by kind, name and detail. */
    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }

    /** {@return the text for messages, unquoted: never for SQL} */
    @Override
    public String toString() {
        String words = kind.sql().toLowerCase(java.util.Locale.ROOT);
        return switch (kind) {
            case FUNCTION, PROCEDURE, AGGREGATE, OPERATOR -> words + " " + name + "(" + detail + ")";
            case COLUMN, ATTRIBUTE -> words + " " + name + "." + detail;
            case CONSTRAINT, DOMAIN_CONSTRAINT, TRIGGER, POLICY, RULE -> words + " " + detail + " on " + name;
            case OPERATOR_CLASS, OPERATOR_FAMILY -> words + " " + name + " for " + detail;
            case CAST -> words + " (" + name.name() + " AS " + detail + ")";
            default -> words + " " + name;
        };
    }
}
