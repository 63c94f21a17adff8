/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.schema.name.ServerVersion;

/**
 * The two schemas of a comparison.
 *
 * @param from the schema as it is, under the names that it has when the first step runs
 * @param to the schema as it is to be
 * @param version the server
 */
public record ComparedSchemas(Lookup from, Lookup to, ServerVersion version) {}
