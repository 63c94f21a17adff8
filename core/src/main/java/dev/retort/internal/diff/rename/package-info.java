/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Renames: stated, requested and implied ones, and the schema as it is after them.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.diff.rename;

import org.jspecify.annotations.NullMarked;
