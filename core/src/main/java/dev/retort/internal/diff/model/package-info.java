/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What every part of the comparison uses: lookups by key, SQL texts, serial columns, casts, notes for generated
 * comments.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.diff.model;

import org.jspecify.annotations.NullMarked;
