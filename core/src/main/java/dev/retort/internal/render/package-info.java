/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Writes operations as SQL.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.render;

import org.jspecify.annotations.NullMarked;
