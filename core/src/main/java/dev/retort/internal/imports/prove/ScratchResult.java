/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.prove;

import dev.retort.internal.catalog.TableRows;
import dev.retort.schema.DatabaseSchema;

/**
 * What a series left in a scratch database.
 *
 * @param schema its catalog
 * @param rows what its tables and sequences hold
 */
record ScratchResult(DatabaseSchema schema, TableRows rows) {}
