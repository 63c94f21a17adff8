/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.schema.name.ServerVersion;
import org.jspecify.annotations.Nullable;

/**
 * The database and the model of a difference.
 *
 * @param database the name of the database in the settings, {@code default} unless an application has several
 * @param version the server that the operations will run on
 * @param schema the schema in which the session finds names without one; {@code null} when there is none
 * @since 0.1
 */
public record ComparisonContext(
        String database, ServerVersion version, @Nullable String schema) {}
