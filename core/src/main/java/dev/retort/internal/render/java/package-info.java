/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Writes operations as Java source that calls {@code Operations}.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.render.java;

import org.jspecify.annotations.NullMarked;
