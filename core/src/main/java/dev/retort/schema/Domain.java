/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.Grant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain.
 *
 * @param name its name
 * @param type the underlying type
 * @param collation its collation as SQL, where it is not the type's own
 * @param defaultExpression its default as SQL
 * @param notNull whether it is {@code NOT NULL}
 * @param checks its constraints
 * @param grants privileges on it
 * @param comment its comment
 * @since 0.1
 */
public record Domain(
        QualifiedName name,
        DataType type,
        @Nullable String collation,
        @Nullable String defaultExpression,
        boolean notNull,
        List<Constraint.Check> checks,
        List<Grant> grants,
        @Nullable String comment)
        implements UserType {

    /**
     * Copies the lists.
     *
     * @param name its name
     * @param type the underlying type
     * @param collation its collation as SQL, where it is not the type's own
     * @param defaultExpression its default as SQL
     * @param notNull whether it is {@code NOT NULL}
     * @param checks its constraints
     * @param grants privileges on it
     * @param comment its comment
     */
    public Domain {
        checks = List.copyOf(checks);
        grants = List.copyOf(grants);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(ObjectKind.DOMAIN, name);
    }
}
