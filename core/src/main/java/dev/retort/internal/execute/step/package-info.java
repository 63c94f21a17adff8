/* SPDX-License-Identifier: Apache-2.0 */
/**
 * One step of a plan: its transaction, its statements, retries while it waits for locks, and the rows that record it.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.execute.step;

import org.jspecify.annotations.NullMarked;
