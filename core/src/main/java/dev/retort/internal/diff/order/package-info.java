/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Puts the steps of a difference in an order that PostgreSQL accepts.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.diff.order;

import org.jspecify.annotations.NullMarked;
