/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Statements, parameters, answers and the mark by which a session is recognized.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.jdbc.statement;

import org.jspecify.annotations.NullMarked;
