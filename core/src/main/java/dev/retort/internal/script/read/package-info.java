/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Reads revisions from script files and Java classes.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.script.read;

import org.jspecify.annotations.NullMarked;
