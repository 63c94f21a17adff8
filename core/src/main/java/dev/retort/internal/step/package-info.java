/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A planned step as statements, and how far an earlier run came with it.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.step;

import org.jspecify.annotations.NullMarked;
