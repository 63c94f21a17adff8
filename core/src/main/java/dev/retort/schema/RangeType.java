/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Grant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range type.
 *
 * @param name its name
 * @param definition the text in the parentheses of {@code CREATE TYPE ... AS RANGE (...)}
 * @param grants privileges on it
 * @param comment its comment
 * @since 0.1
 */
public record RangeType(
        QualifiedName name,
        String definition,
        List<Grant> grants,
        @Nullable String comment) implements UserType {

    /**
     * Copies the grants.
     *
     * @param name its name
     * @param definition the text in the parentheses of {@code CREATE TYPE ... AS RANGE (...)}
     * @param grants privileges on it
     * @param comment its comment
     */
    public RangeType {
        grants = List.copyOf(grants);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(ObjectKind.TYPE, name);
    }
}
