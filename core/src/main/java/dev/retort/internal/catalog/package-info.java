/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Reads {@code pg_catalog} into {@link dev.retort.schema.DatabaseSchema}, in a fixed number of queries.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.catalog;

import org.jspecify.annotations.NullMarked;
