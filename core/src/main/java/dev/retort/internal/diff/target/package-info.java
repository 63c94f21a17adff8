/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The schema that the comparison aims at: the model, plus what the model cannot state or does not know.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.diff.target;

import org.jspecify.annotations.NullMarked;
