/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.Grant;
import dev.retort.schema.part.SequenceOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence that is not an identity column's.
 *
 * @param name its name
 * @param type {@code smallint}, {@code integer} or {@code bigint}; {@code null} for PostgreSQL's default
 * @param options how it counts
 * @param ownedBy the column that owns it
 * @param unlogged whether a crash resets it (15)
 * @param grants privileges on it
 * @param comment its comment
 * @since 0.1
 */
public record Sequence(
        QualifiedName name,
        @Nullable DataType type,
        SequenceOptions options,
        @Nullable ColumnName ownedBy,
        boolean unlogged,
        List<Grant> grants,
        @Nullable String comment)
        implements SchemaObject {

    /**
     * Copies the grants.
     *
     * @param name its name
     * @param type {@code smallint}, {@code integer} or {@code bigint}; {@code null} for PostgreSQL's default
     * @param options how it counts
     * @param ownedBy the column that owns it
     * @param unlogged whether a crash resets it (15)
     * @param grants privileges on it
     * @param comment its comment
     */
    public Sequence {
        grants = List.copyOf(grants);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(ObjectKind.SEQUENCE, name);
    }

    /**
     * {@return this sequence belonging to another column, or to none}
     *
     * @param other the column of {@code OWNED BY}; {@code null} for {@code OWNED BY NONE}
     */
    public Sequence withOwnedBy(@Nullable ColumnName other) {
        return new Sequence(name, type, options, other, unlogged, grants, comment);
    }
}
