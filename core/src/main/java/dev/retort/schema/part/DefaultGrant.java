/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

import org.jspecify.annotations.Nullable;

/**
 * A privilege that default privileges give on each new object ({@code ALTER DEFAULT PRIVILEGES}), or take from it.
 *
 * @param schema the schema in which; {@code null} for every one
 * @param kind {@code r} for tables and views, {@code S} for sequences, {@code f} for routines, {@code T} for types, {@code n}
 *     for schemas, as the catalog has it
 * @param grant the privilege, as a difference from what PostgreSQL gives
 * @since 0.1
 */
public record DefaultGrant(@Nullable String schema, char kind, Grant grant) {}
