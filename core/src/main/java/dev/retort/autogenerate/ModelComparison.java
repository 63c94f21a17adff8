/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.autogenerate;

import dev.retort.diff.Difference;
import dev.retort.internal.diff.SafeUpgrade;
import dev.retort.schema.name.ServerVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of the comparison of a database with a model.
 *
 * @param difference the operations that change the database to match the model
 * @param version the server version to write the operations for
 * @param schema the schema in which the session finds names without one; {@code null} when there is none
 * @param safe returns the upgrade in steps that let other sessions write meanwhile
 * @param shared the rules that a mapping of classes states and the database has, as marks of a script; empty for a model
 *     that can state everything
 * @since 0.1
 */
public record ModelComparison(
        Difference difference,
        ServerVersion version,
        @Nullable String schema,
        SafeUpgrade safe,
        List<String> shared) {

    /**
     * Copies the list.
     *
     * @param difference the operations that change the database to match the model
     * @param version the server version to write the operations for
     * @param schema the schema in which the session finds names without one; {@code null} when there is none
     * @param safe returns the upgrade in steps that let other sessions write meanwhile
     * @param shared the rules that a mapping of classes states and the database has, as marks of a script
     */
    public ModelComparison {
        shared = List.copyOf(shared);
    }
}
