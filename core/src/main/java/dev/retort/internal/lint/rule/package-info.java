/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The rules of {@code lint}: what a measured statement means for a database in production, and the SQL that reaches the same
 * schema without it. Knows no connection.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.lint.rule;

import org.jspecify.annotations.NullMarked;
