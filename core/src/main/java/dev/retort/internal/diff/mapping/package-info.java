/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Completes the model of a mapping of classes with what the classes do not state and the database has, and keeps account of what
 * they stated before.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.diff.mapping;

import org.jspecify.annotations.NullMarked;
