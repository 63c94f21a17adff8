/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Creates, prepares and drops scratch databases.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.scratch;

import org.jspecify.annotations.NullMarked;
