/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Splits and classifies SQL as PostgreSQL's lexer does, and quotes names and values.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.sql;

import org.jspecify.annotations.NullMarked;
