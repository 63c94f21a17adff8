/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Grant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function or procedure.
 *
 * @param name its name
 * @param procedure whether it is a procedure
 * @param arguments the types of its arguments as PostgreSQL identifies it by them
 * @param result what it returns as SQL; empty for a procedure
 * @param definition the whole {@code CREATE OR REPLACE} statement, without a semicolon at its end
 * @param grants privileges on it
 * @param comment its comment
 * @since 0.1
 */
public record Routine(
        QualifiedName name,
        boolean procedure,
        String arguments,
        String result,
        String definition,
        List<Grant> grants,
        @Nullable String comment)
        implements SchemaObject {

    /**
     * Copies the grants.
     *
     * @param name its name
     * @param procedure whether it is a procedure
     * @param arguments the types of its arguments as PostgreSQL identifies it by them
     * @param result what it returns as SQL; empty for a procedure
     * @param definition the whole {@code CREATE OR REPLACE} statement, without a semicolon at its end
     * @param grants privileges on it
     * @param comment its comment
     */
    public Routine {
        grants = List.copyOf(grants);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(procedure ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION, name, arguments);
    }
}
