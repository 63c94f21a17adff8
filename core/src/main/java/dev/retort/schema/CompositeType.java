/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Grant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A composite type.
 *
 * @param name its name
 * @param attributes its attributes in their order; only name, type, collation and comment are used
 * @param grants privileges on it
 * @param comment its comment
 * @since 0.1
 */
public record CompositeType(
        QualifiedName name,
        List<Column> attributes,
        List<Grant> grants,
        @Nullable String comment) implements UserType {

    /**
     * Copies the lists.
     *
     * @param name its name
     * @param attributes its attributes in their order; only name, type, collation and comment are used
     * @param grants privileges on it
     * @param comment its comment
     */
    public CompositeType {
        attributes = List.copyOf(attributes);
        grants = List.copyOf(grants);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(ObjectKind.TYPE, name);
    }
}
