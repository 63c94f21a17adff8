/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * An extension.
 *
 * @param name its name
 * @param schema the schema of its objects; {@code null} where PostgreSQL chooses it
 * @param version its version; {@code null} for the newest that the server has
 * @since 0.1
 */
public record Extension(
        String name, @Nullable String schema, @Nullable String version) implements SchemaObject {

    @Override
    public ObjectKey key() {
        return ObjectKey.of(ObjectKind.EXTENSION, QualifiedName.of(name));
    }
}
