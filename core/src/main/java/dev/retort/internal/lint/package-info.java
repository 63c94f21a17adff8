/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code lint} from request to report: builds the starting schema in a scratch database, measures the pending revisions there,
 * asks the rules, applies suppressions.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.lint;

import org.jspecify.annotations.NullMarked;
