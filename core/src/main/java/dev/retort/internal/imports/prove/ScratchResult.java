/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.prove;

import dev.retort.schema.DatabaseSchema;
import java.util.Map;

/**
 * What a series left in a scratch database.
 *
 * @param schema its catalog
 * @param rows a digest of each table and sequence
 * @param columns a digest of each column of each table
 */
record ScratchResult(DatabaseSchema schema, Map<String, String> rows, Map<String, Map<String, String>> columns) {}
