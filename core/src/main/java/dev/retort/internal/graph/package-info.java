/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Data structures of the revision graph that know nothing of revisions.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.graph;

import org.jspecify.annotations.NullMarked;
