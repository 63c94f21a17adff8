/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.prove;

import dev.retort.internal.catalog.TableRows;
import dev.retort.schema.DatabaseSchema;

/**
 * The state of a scratch database after a series.
 *
 * @param schema its catalog
 * @param rows what its tables and sequences hold
 */
record ScratchResult(DatabaseSchema schema, TableRows rows) {}
