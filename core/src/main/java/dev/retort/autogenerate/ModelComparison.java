/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.autogenerate;

import dev.retort.diff.Difference;
import dev.retort.internal.diff.SafeUpgrade;
import dev.retort.schema.name.ServerVersion;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of a database with a model found.
 *
 * @param difference what makes of the database what the model wants
 * @param version the server's version, for which it is to be written
 * @param schema the schema in which the session finds names without one; {@code null} when there is none
 * @param safe knows the upgrade in steps that let others write meanwhile
 * @since 0.1
 */
public record ModelComparison(
        Difference difference,
        ServerVersion version,
        @Nullable String schema,
        SafeUpgrade safe) {}
