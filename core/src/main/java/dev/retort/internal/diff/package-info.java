/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Compares two schemas that the same catalog reader read, and returns the operations that turn one into the other.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.diff;

import org.jspecify.annotations.NullMarked;
