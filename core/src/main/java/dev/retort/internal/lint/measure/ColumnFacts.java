/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import org.jspecify.annotations.Nullable;

/**
 * A column as {@code pg_attribute} has it.
 *
 * @param number its number in the table, which a rename keeps
 * @param name its name
 * @param type its type as {@code format_type} writes it
 * @param typeId the OID of its type, which a new type has for itself even where it takes the name of the old one
 * @param collation the OID of its collation; 0 for none
 * @param notNull whether it is {@code NOT NULL}
 * @param expression its default or generation expression; {@code null} for none
 * @param identity {@code a} or {@code d} for an identity column, otherwise empty
 * @param generated {@code s} or {@code v} for a generated column, otherwise empty
 * @param domain whether its type is a domain
 */
public record ColumnFacts(
        int number,
        String name,
        String type,
        long typeId,
        long collation,
        boolean notNull,
        @Nullable String expression,
        String identity,
        String generated,
        boolean domain) {

    /** {@return whether a row gets a value without naming the column} */
    public boolean hasValue() {
        return expression != null || !identity.isEmpty() || !generated.isEmpty();
    }

    /** {@return whether its values come from a sequence} */
    public boolean isNumbered() {
        return !identity.isEmpty() || (expression != null && expression.startsWith("nextval("));
    }
}
