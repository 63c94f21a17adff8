/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Writes psql scripts that do what a run does.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.offline;

import org.jspecify.annotations.NullMarked;
