/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Fragments of SQL that several operations share, and the dialect that quotes names for a server version.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.render.text;

import org.jspecify.annotations.NullMarked;
