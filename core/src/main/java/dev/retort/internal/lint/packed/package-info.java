/* SPDX-License-Identifier: Apache-2.0 */

/**
 * The findings that a build packs into its jar as {@code META-INF/retort/lint.json}, and what a start makes of them.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.lint.packed;

import org.jspecify.annotations.NullMarked;
