/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The questions that a revision raises about the rows of the real database: each derived from a change of the catalog, as a
 * query for rows that make the revision fail. Knows no connection.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.lint.question;

import org.jspecify.annotations.NullMarked;
