/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Retort's own tables: their names, whether they are safe to use, reading them.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.history.table;

import org.jspecify.annotations.NullMarked;
