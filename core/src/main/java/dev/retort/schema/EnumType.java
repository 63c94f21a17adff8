/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Grant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enum type.
 *
 * @param name its name
 * @param labels its values in their order
 * @param grants privileges on it
 * @param comment its comment
 * @since 0.1
 */
public record EnumType(
        QualifiedName name,
        List<String> labels,
        List<Grant> grants,
        @Nullable String comment) implements UserType {

    /**
     * Copies the lists.
     *
     * @param name its name
     * @param labels its values in their order
     * @param grants privileges on it
     * @param comment its comment
     */
    public EnumType {
        labels = List.copyOf(labels);
        grants = List.copyOf(grants);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(ObjectKind.TYPE, name);
    }
}
