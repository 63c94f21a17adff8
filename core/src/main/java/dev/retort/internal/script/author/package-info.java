/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Writes new scripts and rewrites headers in source folders.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.script.author;

import org.jspecify.annotations.NullMarked;
