/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Writes operations as SQL, and lists of operations as the sections of an SQL script.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.render;

import org.jspecify.annotations.NullMarked;
