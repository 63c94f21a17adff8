/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Grant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema in the sense of {@code CREATE SCHEMA}.
 *
 * @param name its name
 * @param grants privileges on it
 * @param comment its comment
 * @since 0.1
 */
public record Namespace(
        String name, List<Grant> grants, @Nullable String comment) implements SchemaObject {

    /**
     * Copies the grants.
     *
     * @param name its name
     * @param grants privileges on it
     * @param comment its comment
     */
    public Namespace {
        grants = List.copyOf(grants);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(ObjectKind.SCHEMA, QualifiedName.of(name));
    }
}
