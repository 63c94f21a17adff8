/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Replaces a range of revisions by one: checks the range, generates the statements from the difference that the range makes, and
 * proves that both paths lead to the same schema and rows.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.squash;

import org.jspecify.annotations.NullMarked;
