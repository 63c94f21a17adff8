/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.autogenerate;

import dev.retort.diff.Difference;
import dev.retort.internal.diff.SafeUpgrade;
import dev.retort.schema.name.ServerVersion;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of a database with a model found.
 *
 * @param difference the operations that change the database to match the model
 * @param version the server version to write the operations for
 * @param schema the schema in which the session finds names without one; {@code null} when there is none
 * @param safe returns the upgrade in steps that let other sessions write meanwhile
 * @since 0.1
 */
public record ModelComparison(
        Difference difference,
        ServerVersion version,
        @Nullable String schema,
        SafeUpgrade safe) {}
