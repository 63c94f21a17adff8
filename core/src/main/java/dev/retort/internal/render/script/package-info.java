/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Writes lists of operations as the sections of an SQL script, with adjacent changes of a table in one statement.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.render.script;

import org.jspecify.annotations.NullMarked;
