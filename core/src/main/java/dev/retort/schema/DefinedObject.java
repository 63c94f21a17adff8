/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Grant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object that is described by the statement that creates it, and never changed but dropped and created again: a rule, extended
 * statistics, an aggregate, a collation.
 *
 * @param key what it is
 * @param relation the table or view that it goes with, if any
 * @param definition the whole {@code CREATE} statement, without a semicolon at its end
 * @param reference how {@code DROP} names it, its kind first
 * @param following the statement that follows its creation, such as {@code ALTER TABLE t DISABLE RULE r}; {@code null} for none
 * @param grants privileges on it
 * @param comment its comment
 * @since 0.1
 */
public record DefinedObject(
        ObjectKey key,
        @Nullable QualifiedName relation,
        String definition,
        String reference,
        @Nullable String following,
        List<Grant> grants,
        @Nullable String comment)
        implements SchemaObject {

    /**
     * Copies the grants.
     *
     * @param key what it is
     * @param relation the table or view that it goes with, if any
     * @param definition the whole {@code CREATE} statement, without a semicolon at its end
     * @param reference how {@code DROP} names it, its kind first
     * @param following the statement that follows its creation; {@code null} for none
     * @param grants privileges on it
     * @param comment its comment
     */
    public DefinedObject {
        grants = List.copyOf(grants);
    }

    /**
     * {@return this object with other privileges}
     *
     * @param other the privileges in place of these
     */
    public DefinedObject withGrants(List<Grant> other) {
        return new DefinedObject(key, relation, definition, reference, following, other, comment);
    }
}
